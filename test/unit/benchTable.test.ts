import { deepEqual, equal, match, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readmeTable, withTable } from '../bench/readme';
import { openRecorder, quantile, summarize } from '../bench/statistics';
import { rowsOf, tableOf } from '../bench/table';
import { names, type Target } from '../bench/targets';

const upTo = (end: number) => Array.from({ length: end }, (_, at) => at + 1);

/** `ours` and `theirs` of a measure that is called `it`. */
function measured(ours: number, theirs?: number) {
  const recorder = openRecorder();
  recorder.add('it', 'ours', 0, ours);
  if (theirs !== undefined) recorder.add('it', 'peer', 0, theirs);
  return recorder.measures();
}

const row = (target: Partial<Target>, ours: number, theirs?: number) =>
  rowsOf([{ measure: 'it', at: 'p50', ...target }], measured(ours, theirs), 'ours')[0];

const against = { program: 'peer' };

describe('the figures of the benchmark', () => {
  it('takes quantiles from what was measured', () => {
    deepEqual(
      [0.5, 0.95, 0.99, 1].map((share) => quantile(upTo(100).reverse(), share)),
      [50, 95, 99, 100],
    );
    equal(quantile([7], 0.99), 7);
  });

  it('does not let one bad round speak for all', () => {
    deepEqual(summarize([upTo(100), upTo(100).map((ms) => ms * 50), upTo(100)]), { n: 300, p50: 50, p95: 95, p99: 99 });
  });

  it('knows nothing where nothing was measured', () => {
    equal(summarize([[], []]).n, 0);
    equal(Number.isNaN(summarize([]).p50), true);
  });

  it('judges by a share, by a difference and by a limit', () => {
    equal(row({ against, factor: 1.5 }, 3, 2)?.ok, true);
    equal(row({ against, factor: 1.5 }, 3.1, 2)?.ok, false);
    equal(row({ against, factor: 1, plus: 30 }, 80, 50)?.ok, true);
    equal(row({ against, factor: 1, plus: 30 }, 81, 50)?.ok, false);
    equal(row({ plus: 5 }, 5)?.ok, true);
    equal(row({ plus: 5 }, 5.1)?.ok, false);
  });

  it('judges nothing where nothing is demanded, or nobody is there', () => {
    equal(row({ against }, 3, 2)?.ok, undefined);
    equal(row({ against, factor: 1.5 }, 3)?.ok, undefined);
    equal(rowsOf([{ measure: 'something else', at: 'p50', plus: 1 }], measured(3), 'ours').length, 0);
  });

  it('misses where there is no number', () => {
    equal(row({ plus: 5 }, Number.NaN)?.ok, false);
  });

  it('shows a table', () => {
    const targets: Target[] = [
      { measure: 'it', at: 'p50', against, factor: 1.5 },
      { measure: 'it', at: 'p99', plus: 5 },
    ];
    equal(
      tableOf(rowsOf(targets, measured(6, 3), 'ours')),
      [
        '|     | ours: p50 / p95 / p99 | against | theirs | ratio | target       |      |',
        '| --- | --------------------- | ------- | ------ | ----- | ------------ | ---- |',
        '| it  | 6.00                  | peer    | 3.00   | 2.00  | p50 ≤ 1.50 × | MISS |',
        '| it  | 6.00                  |         |        |       | p99 ≤ 5      | MISS |',
      ].join('\n'),
    );
  });

  it('writes them into the README, and nothing else of it', () => {
    const recorder = openRecorder();
    for (const [program, ms] of [
      ['ours', 0.361],
      ['floor', 0.158],
    ] as const)
      for (const file of ['package.json', 'main.tf', 'values.yaml']) recorder.add(names.hover(file), program, 0, ms);
    recorder.add(names.checkN, 'ours', 0, 1234);
    const table = readmeTable(recorder.measures());
    match(table, /\(200 KB\) \| 0\.36, 0\.36, 0\.36 ms \| floor 0\.16, 0\.16, 0\.16 \|/);
    match(table, /10,000 manifests \| 1,234 ms, – MB \|/);
    const readme = readFileSync('README.md', 'utf8');
    const written = withTable(readme, table);
    equal(written.replace(table, ''), readme.replace(/(?<=--readme` -->\n).*(?=\n<!-- until)/s, ''));
    throws(() => withTable('# no place', table), /README\.md has no/);
  });
});
