import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/diagnostics';
import { hover } from '../../server/src/core/features/hover';
import type { Ecosystem, Finding, Identifier, Recommendation, Source } from '../../server/src/core/model';
import { type GoldenRow, golden, type Names } from '../fixtures/golden';
import { bundledCatalogs } from '../support/bundled';
import { labelOf, sourceOf } from '../support/findings';
import { manifestOf } from '../support/manifests';

const { en } = bundledCatalogs;

/** One name of the golden table: what identifies it, and whether it is dead or renamed upstream. */
interface Entry {
  readonly written: string;
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
};
const kinds = Object.keys(ecosystems) as (keyof Names)[];

const entriesOf = (names: Names = {}): Entry[] =>
  kinds.flatMap((kind) => (names[kind] ?? []).flatMap((text) => entriesIn(text, ecosystems[kind])));

/** `a†, b @place`, `a[key=x|y, other=z]`, `group/v1 Kind` and plain names. */
function entriesIn(text: string, ecosystem: Ecosystem): Entry[] {
  if (ecosystem === 'helm') {
    const [names = '', place = ''] = text.split(' @');
    const repositories = [place.includes('://') ? place : `https://${place}`];
    return names.split(', ').map((name) => entry(ecosystem, name, { repositories }, ` @${place}`));
  }
  if (ecosystem === 'k8s-api') {
    const [name = '', kind = ''] = text.split(' ');
    return [entry(ecosystem, name, { where: { kind: [kind] } }, ` ${kind}`)];
  }
  const [, name = text, conditions] = /^([^[]+)\[(.+)\]$/.exec(text) ?? [];
  if (!conditions) return [entry(ecosystem, name, {})];
  const [first = '', ...others] = conditions.split(', ').map((one) => one.split('='));
  const further = Object.fromEntries(others.map(([path = '', value = '']) => [path, [value]]));
  const [path = '', values = ''] = first;
  const wheres = values.split('|').map((value) => ({ [path]: [value], ...further }));
  return wheres.map((where) => entry(ecosystem, name, { where }, JSON.stringify(where)));
}

function entry(ecosystem: Ecosystem, marked: string, rest: Partial<Identifier>, shown = ''): Entry {
  const name = marked.replace('†', '');
  const identifier = { ecosystem, name, speaks: [], evidence: 'strong', ...rest } as const;
  return { written: `${ecosystem} ${name}${shown}`, identifier, isDead: name !== marked };
}

/** Files with that one dependency; a chart is also installed by Terraform. */
function sourcesOf({ identifier }: Entry): Source[] {
  const { path, text } = manifestOf(identifier);
  const source = sourceOf(path, text);
  if (identifier.ecosystem !== 'helm') return [source];
  const [repository] = identifier.repositories ?? [];
  const release = `resource "helm_release" "a" {\n  repository = "${repository}"\n  chart      = "${identifier.name}"\n}\n`;
  return [source, sourceOf('main.tf', release)];
}

/** The findings of the name or of its deciding attribute; another of the block's verdicts is for another row. */
function findingsOf(source: Source, { identifier }: Entry, role: string): Finding[] {
  const [path = ''] = Object.keys(identifier.where ?? {});
  const place = source.dependencies.map((one) => one.attributes?.get(path)?.span)[0];
  return check(source, en).filter((one) => !place || one.span.start === place.start || one.role === role);
}

/** All that the hover says at the name and at the attributes, without the escapes of Markdown. */
function hoverOf(source: Source): string {
  const places = source.dependencies.flatMap((one) => [one.nameSpan, ...[...(one.attributes?.values() ?? [])].flatMap((a) => a?.span ?? [])]);
  const texts = places.map((span) => hover(source, span.start, en)?.markdown ?? '');
  return texts.join('\n').replace(/\\(.)/g, '$1');
}

type Expected = 'fine' | 'near' | 'warning' | 'hint' | 'silent';

/** What is wrong with a source: undefined where it is judged as expected. */
function mismatch(source: Source, one: Entry, expected: Expected, row: GoldenRow): string | undefined {
  const findings = findingsOf(source, one, row.role);
  const said = findings.map(labelOf).join('; ') || 'no finding';
  const wrong = (wanted: string) => `${one.written} in ${source.path}: ${said}; expected ${wanted}`;
  const [finding, ...others] = findings;
  if (!isAsExpected(finding, one, expected, row) || others.length) return wrong(expected + (one.isDead ? ' †' : ''));
  if (expected === 'silent') return undefined;
  const { justification } = documentRow(row);
  if (!hoverOf(source).includes(justification)) return `${wrong('a hover with')} "${justification}"`;
  const isAlternative = expected === 'warning' || expected === 'hint';
  return isAlternative && !finding?.message.includes(justification) ? wrong('a message with justification') : undefined;
}

function isAsExpected(finding: Finding | undefined, { isDead }: Entry, expected: Expected, { choices }: GoldenRow): boolean {
  if (expected === 'silent' || (expected === 'fine' && !isDead)) return !finding;
  if (!finding || finding.struck !== isDead) return false;
  if (expected === 'fine') return finding.rule === 'deprecated' && finding.severity === 'warning';
  const severity = expected === 'near' ? 'hint' : expected;
  const isNamed = choices.every((id) => finding.recommended.includes(id));
  return finding.rule === 'not-recommended' && finding.severity === severity && isNamed;
}

function documentRow({ role }: GoldenRow): Recommendation {
  const [row] = en.byRole.get(role) ?? [];
  assert.ok(row, `the stack has no row for ${role}`);
  return row;
}

type Names4 = readonly (readonly [Expected, Names | undefined])[];

const recommendedSide = ({ recommended }: GoldenRow): Names4 => [
  ['fine', recommended],
  ['near', recommended?.hint],
  ['silent', recommended?.silent],
];
const alternativesSide = ({ alternatives }: GoldenRow): Names4 => [
  ['warning', alternatives?.warning],
  ['hint', alternatives?.hint],
  ['silent', alternatives?.silent],
];

const mismatches = (row: GoldenRow, side: Names4): string[] =>
  side.flatMap(([expected, names]) =>
    entriesOf(names).flatMap((one) => sourcesOf(one).flatMap((source) => mismatch(source, one, expected, row) ?? [])),
  );

describe('Golden table', () => {
  it('has the rows of the stack document, each side with names or the reason why there are none', () => {
    assert.deepEqual(golden.map((row) => row.role), en.recommendations.map((row) => row.role));
    for (const row of golden) {
      assert.notEqual(row.recommended === undefined, row.nothing?.recommended === undefined, row.role);
      assert.notEqual(row.alternatives === undefined, row.nothing?.alternatives === undefined, row.role);
    }
  });

  for (const row of golden) {
    const sides = { recommended: recommendedSide(row), alternatives: alternativesSide(row) };
    for (const [name, side] of Object.entries(sides)) {
      it(`${row.role}: ${name}`, () => {
        const wrong = mismatches(row, side);
        assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
      });
    }
  }
});
