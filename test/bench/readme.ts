import type { Measures, Quantile } from './statistics';
import { names, programs } from './targets';

/** What some programs needed for some measures, as one text: `2.6, 2.7`. */
type Figures = (measures: string | readonly string[], program?: string, at?: Quantile) => string;

const files = ['package.json', 'main.tf', 'values.yaml'] as const;
const { ours, floor, json, yaml, analyser } = programs;

/** What is measured, what of ours, and what of others; the last two in words. */
const rows: readonly (readonly [what: string, ours: (of: Figures) => string, others: (of: Figures) => string])[] = [
  [
    'start → initialize',
    (of) => `${of(names.start)} ms`,
    (of) => `floor ${of(names.start, floor)}, json ${of(names.start, json)}, yaml ${of(names.start, yaml)}`,
  ],
  [
    'hover in package.json, Terraform (60 KB), values (200 KB)',
    (of) => `${of(files.map(names.hover))} ms`,
    (of) => `floor ${of(files.map(names.hover), floor)}`,
  ],
  [
    'the slowest hundredth of these hovers',
    (of) => `${of(files.map(names.hover), ours, 'p99')} ms`,
    (of) => `floor ${of(files.map(names.hover), floor, 'p99')}`,
  ],
  [
    'keystroke → diagnostics, package.json with 300 dependencies',
    (of) => `${of(names.pull('package.json'))} ms pulled, ${of(names.push('package.json'))} ms pushed`,
    (of) => `json ${of(names.pull('package.json'), json)} pulled, ${of(names.push('package.json'), json)} pushed`,
  ],
  ['keystroke → diagnostics, Terraform of 60 KB', (of) => `${of(names.pull('main.tf'))} ms`, () => ''],
  [
    'keystroke → diagnostics, values of 200 KB',
    (of) => `${of(names.pull('values.yaml'))} ms pulled, ${of(names.push('values.yaml'))} ms pushed`,
    (of) => `yaml ${of(names.push('values.yaml'), yaml)} pushed`,
  ],
  [
    'keystroke → completion (19 of 20), the same files',
    (of) => `${of(files.map(names.completion), ours, 'p95')} ms`,
    () => '',
  ],
  [
    'resident memory at rest after all of that',
    (of) => `${of(names.memory)} MB`,
    (of) => `floor ${of(names.memory, floor)}, json ${of(names.memory, json)}, yaml ${of(names.memory, yaml)}`,
  ],
  ['server without data, minified', (of) => `${of(names.size)} KB`, () => ''],
  ['`check`, 7,700 manifests', (of) => `${of(names.check7700)} ms`, () => ''],
  [
    '`check`, 10,000 manifests',
    (of) => `${of(names.checkN)} ms, ${of(names.checkMemoryN)} MB`,
    (of) => `stack-analyser ${of(names.checkN, analyser)} ms, ${of(names.checkMemoryN, analyser)} MB`,
  ],
  ['`check`, 20,000 manifests', (of) => `${of(names.check2N)} ms, ${of(names.checkMemory2N)} MB`, () => ''],
];

/** The table of the README, of a run in which everything was measured. */
export function readmeTable(measures: Measures): string {
  const of: Figures = (asked, program = ours, at = 'p50') =>
    [asked]
      .flat()
      .map((measure) => figure(measures.get(measure)?.get(program)?.[at]))
      .join(', ');
  const lines = rows.map(([what, own, others]) => `| ${what} | ${own(of)} | ${others(of)} |`);
  return ['| | Stack Guidance | others |', '|---|---|---|', ...lines].join('\n');
}

/** `0.36`, `2.6`, `119`, `13,047`. */
function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 10) return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 1 ? 2 : 1);
}

const [begin, end] = ['<!-- from `npm run bench -- --readme` -->\n', '\n<!-- until here -->'];

/** @throws where the README has no place for the table */
export function withTable(readme: string, table: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${begin.trim()} … ${end.trim()}`);
  return readme.slice(0, from + begin.length) + table + readme.slice(to);
}
