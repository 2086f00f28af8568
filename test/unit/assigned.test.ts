import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/diagnostics';
import { explainLine } from '../../server/src/core/features/explain';
import { stepTexts } from '../../server/src/core/features/explainWording';
import { hover } from '../../server/src/core/features/hover';
import { catalogFor } from '../../server/src/core/policy/assigned';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { labelOf, picture, sourceOf, text } from '../support/findings';

const core = 'paths: [{ glob: "core/**", roles: [core-services] }]';
const policyOf = (path: string, configuration: string) => ({
  configuration: readConfiguration(configuration).configuration,
  path,
  today: '2026-11-23',
});

/** The text with its findings under it, as the configuration judges it. */
function judged(path: string, content: string, configuration = core, catalog = bundledCatalogs.en): string {
  const policy = policyOf(path, configuration);
  const findings = check(sourceOf(path, content), catalogFor(policy, catalog), undefined, policy);
  return picture(
    content,
    findings.map((one) => ({ span: one.span, label: `${labelOf(one)} (${one.role})` })),
  );
}

const requirements = 'django==5.2\nuvicorn==0.40';

describe('Roles that a configuration assigns to files', () => {
  it('has web frameworks of any language judged for core services there', () => {
    assert.equal(
      judged('core/requirements.txt', requirements),
      text`
      django==5.2
      ^^^^^^ warning not-recommended django → rust, actix, rocket (core-services)
      uvicorn==0.40`,
    );
    assert.equal(
      judged('core/go.mod', 'require github.com/gin-gonic/gin v1.10.0'),
      text`
      require github.com/gin-gonic/gin v1.10.0
              ^^^^^^^^^^^^^^^^^^^^^^^^ warning not-recommended go → rust, actix, rocket (core-services)`,
    );
    assert.equal(
      judged('core/package.json', '{ "dependencies": {\n  "express": "5" } }'),
      text`
      { "dependencies": {
        "express": "5" } }
         ^^^^^^^ warning not-recommended nodejs → rust, actix, rocket (core-services)`,
    );
    assert.match(
      judged(
        'core/build.gradle',
        "dependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}",
      ),
      /warning not-recommended spring-boot → rust/,
    );
  });

  it('changes nothing elsewhere, nor what proves nothing: a Dockerfile builds with Go and runs Rust', () => {
    assert.equal(judged('tools/requirements.txt', requirements), requirements);
    assert.equal(judged('core/requirements.txt', requirements, ''), requirements);
    for (const image of ['golang:1.26', 'node:24', 'python:3.14'])
      assert.equal(judged('core/Dockerfile', `FROM ${image}`), `FROM ${image}`);
    const cargo = '[dependencies]\nactix-web = "4"';
    assert.equal(judged('core/Cargo.toml', cargo), cargo);
  });

  it('take any name of a role; the last entry that matches and assigns any wins', () => {
    const of = (paths: string) => judged('core/api/go.mod', 'require goa.design/goa v3.0.0', `paths: [${paths}]`);
    const [all, api] = ['{ glob: "core/**", roles: [Microservices Core] }', '{ glob: "core/api/**", roles: [$] }'];
    assert.match(of(all), /warning/);
    assert.match(of(`${all}, { glob: "core/**", severity: {} }`), /warning/);
    assert.doesNotMatch(of(`${all}, ${api.replace('$', 'non-critical-services')}`), /warning/);
    assert.doesNotMatch(of(`${all}, ${api.replace('$', '')}`), /warning/);
    assert.doesNotMatch(of(`${all}, ${api.replace('$', 'core-services, non-critical-services')}`), /warning/);
  });

  it('has frameworks judged for the other services, too', () => {
    const services = 'paths: [{ glob: "**", roles: [non-critical-services] }]';
    assert.match(judged('requirements.txt', 'flask', services), /flask → go, nodejs \(non-critical-services\)/);
    assert.match(judged('Cargo.toml', '[dependencies]\naxum = "1"', services), /axum → go, nodejs/);
    assert.equal(judged('go.mod', 'require goa.design/goa v3.0.0', services), 'require goa.design/goa v3.0.0');
  });

  it('follow the document: without a row for the role all is as without the configuration', () => {
    const other = catalogOf(documentOf('Core Microservices | Go'));
    assert.equal(judged('core/go.mod', 'require goa.design/goa v3.0.0', core, other), 'require goa.design/goa v3.0.0');
    assert.match(judged('core/requirements.txt', 'flask', core, other), /flask → go \(core-services\)/);
    assert.equal(judged('core/requirements.txt', 'flask', core, catalogOf(documentOf('Logs | Loki'))), 'flask');
  });

  it('are told of by hover and explanation', () => {
    const policy = policyOf('core/requirements.txt', core);
    const catalog = catalogFor(policy, bundledCatalogs.en);
    const source = sourceOf('core/requirements.txt', 'flask==3');
    assert.match(
      hover(source, 1, catalog, policy)?.markdown ?? '',
      /\*\*Flask\*\* — not recommended for Core Microserv/,
    );
    const [explained] = explainLine({ source, catalog, policy }, { start: 0, end: 8 });
    assert.ok(explained);
    assert.equal(
      stepTexts(explained, catalog).join('\n'),
      text`
      The Python package flask is Flask.
      Strong evidence: to use it is to use the technology.
      The configuration says what this file is for: Core microservices.
      Line 18 of the stack: Core Microservices | Rust (Actix/Rocket) | adopt (decides)
      Not recommended: the stack recommends something else for Core Microservices.
      Rule not-recommended: warning.
      Result: warning.`,
    );
  });
});
