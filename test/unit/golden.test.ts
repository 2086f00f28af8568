import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/diagnostics';
import { hover } from '../../server/src/core/features/hover';
import type { Ecosystem, Finding, Identifier, Recommendation, Source } from '../../server/src/core/model';
import { type GoldenRow, golden, type Names } from '../fixtures/golden';
import { bundledCatalogs } from '../support/bundled';
import { labelOf, sourceOf } from '../support/findings';
import { hasManifest, manifestOf } from '../support/manifests';

const { en } = bundledCatalogs;

/** One name of the table, as an identifier of nothing, from which a file can be made. */
interface Entry {
  readonly shown: string;
  readonly identifier: Identifier;
  readonly isDead: boolean;
}

const ecosystems: Readonly<Record<keyof Names, Ecosystem>> = {
  npm: 'npm',
  terraform: 'terraform-resource',
  providers: 'terraform-provider',
  modules: 'terraform-module',
  charts: 'helm',
  images: 'image',
  objects: 'k8s-api',
  cargo: 'cargo',
  golang: 'golang',
  pypi: 'pypi',
  pub: 'pub',
  maven: 'maven',
  swift: 'swift',
  actions: 'github-action',
  files: 'file',
};
const kinds = Object.keys(ecosystems) as (keyof Names)[];

const entriesOf = (names: Names = {}): Entry[] =>
  kinds.flatMap((kind) => (names[kind] ?? []).flatMap((text) => entriesIn(text, ecosystems[kind])));

function entriesIn(text: string, ecosystem: Ecosystem): Entry[] {
  if (ecosystem === 'helm') {
    const [names = '', place = ''] = text.split(' @');
    const repositories = [place.includes('://') ? place : `https://${place}`];
    return names.split(', ').map((name) => entry(ecosystem, name, ` @${place}`, { repositories }));
  }
  if (ecosystem === 'k8s-api') {
    const [name = '', kind = ''] = text.split(' ');
    return [entry(ecosystem, name, ` ${kind}`, { where: { kind: [kind] } })];
  }
  const [, name, conditions] = /^([^[]+)\[(.+)\]$/.exec(text) ?? [];
  if (!name || !conditions) return [entry(ecosystem, text, '', {})];
  return wheresIn(conditions).map((where) => entry(ecosystem, name, JSON.stringify(where), { where }));
}

/** `engine=a|b, other=c`: one set of conditions for each value of the first. */
function wheresIn(conditions: string): Record<string, string[]>[] {
  const [first, ...others] = conditions.split(', ').map((one) => one.split('='));
  const [path = '', values = ''] = first ?? [];
  const further = Object.fromEntries(others.map(([key = '', value = '']) => [key, [value]]));
  return values.split('|').map((value) => ({ [path]: [value], ...further }));
}

function entry(ecosystem: Ecosystem, marked: string, detail: string, more: Partial<Identifier>): Entry {
  const name = marked.replace('†', '');
  const identifier: Identifier = { ecosystem, name, speaks: [], evidence: 'strong', ...more };
  return { shown: `${ecosystem} ${name}${detail}`, identifier, isDead: name !== marked };
}

/** Files with that one dependency, none where no kind of file has such names; a chart can also be installed by Terraform. */
function sourcesOf({ identifier }: Entry): Source[] {
  if (!hasManifest(identifier)) return [];
  const { path, text } = manifestOf(identifier);
  const source = sourceOf(path, text);
  if (identifier.ecosystem !== 'helm') return [source];
  const attributes = `  repository = "${identifier.repositories?.[0]}"\n  chart = "${identifier.name}"\n`;
  return [source, sourceOf('main.tf', `resource "helm_release" "a" {\n${attributes}}\n`)];
}

/** The findings of the deciding attribute, where there is one: what is said of the block may be another row's. */
function findingsOf(source: Source, { identifier }: Entry, role: string): Finding[] {
  const [path = ''] = Object.keys(identifier.where ?? {});
  const place = source.dependencies[0]?.attributes?.().get(path)?.span;
  return check(source, en).filter((one) => !place || one.span.start === place.start || one.role === role);
}

/** What the hovers of the name and of the attributes say, without the escapes of Markdown. */
function hoverOf(source: Source): string {
  const places = source.dependencies.flatMap(({ nameSpan, attributes }) => [
    nameSpan,
    ...[...(attributes?.().values() ?? [])].flatMap((one) => one?.span ?? []),
  ]);
  const texts = places.map((span) => hover(source, span.start, en)?.markdown);
  return texts.join('\n').replace(/\\(.)/g, '$1');
}

function documentRow(role: string): Recommendation {
  const [row] = en.byRole.get(role) ?? [];
  assert.ok(row, `the stack has no row for ${role}`);
  return row;
}

/** fine: recommended. near: on that side, but a hint. The others: alternatives, or nothing to say. */
type Expected = 'fine' | 'near' | 'warning' | 'hint' | 'silent';

/** What is wrong; undefined where a source is judged as expected. */
function mismatch(source: Source, one: Entry, expected: Expected, { role, choices }: GoldenRow): string | undefined {
  const findings = findingsOf(source, one, role);
  const said = findings.map(labelOf).join('; ') || 'no finding';
  const wrong = (wanted: string) => `${one.shown} in ${source.path}: ${said}; expected ${wanted}`;
  const wanted = findingWanted(expected, one.isDead);
  if (!isFinding(findings, wanted, one.isDead, choices))
    return wrong(wanted === 'nothing' ? wanted : `${wanted} → ${choices}`);
  if (expected === 'silent') return undefined;
  const { justification } = documentRow(role);
  if (!hoverOf(source).includes(justification)) return wrong(`a hover with "${justification}"`);
  const isSaid = expected === 'fine' || expected === 'near' || findings[0]?.message.includes(justification);
  return isSaid ? undefined : wrong(`a message with "${justification}"`);
}

type Wanted = 'nothing' | 'warning deprecated' | 'warning not-recommended' | 'hint not-recommended';

function findingWanted(expected: Expected, isDead: boolean): Wanted {
  if (expected === 'fine' || expected === 'silent') return isDead ? 'warning deprecated' : 'nothing';
  return expected === 'warning' || isDead ? 'warning not-recommended' : 'hint not-recommended';
}

function isFinding(findings: readonly Finding[], wanted: Wanted, isDead: boolean, choices: readonly string[]): boolean {
  const [finding, ...others] = findings;
  if (wanted === 'nothing' || !finding) return wanted === 'nothing' && !finding;
  if (others.length || finding.struck !== isDead || `${finding.severity} ${finding.rule}` !== wanted) return false;
  return finding.rule === 'deprecated' || choices.every((id) => finding.recommended.includes(id));
}

type Side = readonly (readonly [Expected, Names | undefined])[];

const sidesOf = ({ recommended, alternatives }: GoldenRow): Readonly<Record<string, Side>> => ({
  recommended: [
    ['fine', recommended],
    ['near', recommended?.hint],
    ['silent', recommended?.silent],
  ],
  alternatives: [
    ['warning', alternatives?.warning],
    ['hint', alternatives?.hint],
    ['silent', alternatives?.silent],
  ],
});

const mismatches = (row: GoldenRow, side: Side): string[] =>
  side.flatMap(([expected, names]) =>
    entriesOf(names).flatMap((one) => sourcesOf(one).flatMap((source) => mismatch(source, one, expected, row) ?? [])),
  );

describe('Golden table', () => {
  it('has the rows of the stack document, each side with names or with the reason why there are none', () => {
    assert.deepEqual(
      golden.map((row) => row.role),
      en.recommendations.map((row) => row.role),
    );
    for (const row of golden) {
      const count = (side: Side) => side.flatMap(([, names]) => entriesOf(names)).length;
      const { recommended = [], alternatives = [] } = sidesOf(row);
      assert.equal(count(recommended) === 0, row.nothing?.recommended !== undefined, `${row.role}: recommended`);
      assert.equal(count(alternatives) === 0, row.nothing?.alternatives !== undefined, `${row.role}: alternatives`);
    }
  });

  for (const row of golden) {
    for (const [name, side] of Object.entries(sidesOf(row))) {
      it(`${row.role}: ${name}`, () => {
        const wrong = mismatches(row, side);
        assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
      });
    }
  }
});
