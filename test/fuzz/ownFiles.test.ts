import assert from 'node:assert/strict';
import { compileCatalog } from '../../server/src/core/catalog/catalog';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { configurationFindings } from '../../server/src/core/features/configuration';
import { documentFindings, documentFixes, documentHover } from '../../server/src/core/features/stackDocument';
import { unusedExceptions } from '../../server/src/core/features/unused';
import { compileGuidance } from '../../server/src/core/guidance/guidance';
import type { Finding } from '../../server/src/core/model';
import { addException } from '../../server/src/core/policy/addException';
import { readBaseline } from '../../server/src/core/policy/baseline';
import { type ConfiguredException, readConfiguration } from '../../server/src/core/policy/configuration';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { baselineSeed, configurationSeed, rolesSeed, stackSeed, technologySeed } from './ownSeeds';
import { holds } from './property';
import { assertFindings, assertSpans, changedBy } from './sound';
import { changesOf, offsetsIn } from './texts';

const { en, fr } = bundledCatalogs;
const today = '2026-11-23';

describe('Any text as a stack document', () => {
  const texts = changesOf(stackSeed, stackSeed, '');
  const findingsIn = (text: string) => documentFindings(text, readStackDocument(text), en);

  holds('is read', texts, (text) => {
    const document = readStackDocument(text);
    const { rows, problems } = document;
    assertSpans(
      'cell',
      text,
      rows.flatMap(({ component, technology }) => [component.span, technology.span]),
    );
    assertSpans(
      'problem',
      text,
      problems.map(({ span }) => span),
    );
    assert.deepEqual(readStackDocument(text), document, 'second read');
    compileCatalog(document, knowledge, 'en');
    assertFindings(text, findingsIn(text));
    assertFindings(text, documentFindings(text, document, fr));
  });

  holds('is fixed', texts, (text) => {
    const answers = documentFixes(text, { start: 0, end: text.length }, readStackDocument(text), en);
    const before = answers.map(({ finding }) => finding);
    for (const { finding, fixes } of answers) {
      for (const { title, changes, isPreferred } of fixes) {
        const after = changedBy(title, text, changes);
        const isLess = !isPreferred || countOf(finding, findingsIn(after)) < countOf(finding, before);
        assert.ok(isLess, `${title} does not answer: ${after}`);
      }
    }
  });

  holds('is explained', texts, (text) => {
    const document = readStackDocument(text);
    for (const offset of offsetsIn(text)) {
      const shown = documentHover(text, offset, document, en);
      if (!shown) continue;
      assertSpans('hover', text, [shown.span]);
    }
  });
});

const countOf = ({ rule, message }: Finding, findings: readonly Finding[]) =>
  findings.filter((one) => one.rule === rule && one.message === message).length;

describe('Any text as a configuration', () => {
  const texts = changesOf(
    configurationSeed,
    configurationSeed,
    '',
    'exceptions: []\n',
    '{ exceptions: [ ] }',
    'stack: a',
  );

  holds('is read', texts, (text) => {
    const { configuration, problems } = readConfiguration(text);
    assertSpans(
      'problem',
      text,
      problems.map(({ span }) => span),
    );
    assert.deepEqual(readConfiguration(text), { configuration, problems }, 'second read');
    for (const catalog of [en, fr]) {
      const findings = configurationFindings(text, configuration, problems, catalog, today);
      assertFindings(text, [...findings, ...unusedExceptions(text, configuration, new Set(), catalog)]);
    }
  });

  holds('takes an exception', texts, (text) => {
    const { configuration, problems } = readConfiguration(text);
    const added = addException(text, { technology: 'mysql', paths: ['a [b]/*.json'], reason: 'TODO why' });
    if (!added) return;
    const { change, reason } = added;
    assert.equal(change.text.slice(reason.start, reason.end), 'TODO why');
    const after = changedBy('exception', text, [change]);
    const read = readConfiguration(after);
    if (problems.length) return;
    assert.deepEqual(read.problems, [], after);
    const [first, ...rest] = read.configuration.exceptions.map(unplaced);
    assert.deepEqual(first, { technology: 'mysql', paths: ['a \\[b\\]/\\*.json'], reason: 'TODO why' }, after);
    assert.deepEqual(rest, configuration.exceptions.map(unplaced), after);
  });

  holds('leads to guidance', texts, (text) => assertGuidance({ text }), 5);
});

const unplaced = ({ span: _, ...rest }: ConfiguredException) => rest;

describe('Any text as what a configuration leads to', () => {
  holds('as a document', changesOf(stackSeed), (document) => assertGuidance({ document }), 5);
  holds('as a technology', changesOf(technologySeed), (technology) => assertGuidance({ technology }), 5);
  holds('as roles', changesOf(rolesSeed), (roles) => assertGuidance({ roles }), 5);
  holds('as a baseline', changesOf(baselineSeed), (baseline) => {
    assert.deepEqual(readBaseline(baseline), readBaseline(baseline));
  });
});

/** Compiles what an organisation might have written, one of its files as given. */
function assertGuidance(written: Partial<Record<'text' | 'document' | 'technology' | 'roles' | 'baseline', string>>) {
  const own = {
    configuration: { uri: 'a', text: written.text ?? configurationSeed },
    document: { uri: 'b', text: written.document ?? stackSeed },
    baseline: { uri: 'c', text: written.baseline ?? baselineSeed },
    technologies: [
      { uri: 'd', text: written.technology ?? technologySeed },
      { uri: 'e', text: written.roles ?? rolesSeed },
    ],
  };
  const { files } = compileGuidance(own, bundled, 'en', today);
  for (const { text, findings } of files) assertFindings(text, findings);
}
