import type { Measures, Summary } from './statistics';
import type { Target } from './targets';

/** A line of the table; `ok` is undefined where nothing is demanded, or nobody was there to compare with. */
export interface Row {
  readonly measure: string;
  readonly ours: string;
  readonly against: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly target: string;
  readonly ok: boolean | undefined;
}

/** The rows of what was measured, in the order of the targets. */
export const rowsOf = (targets: readonly Target[], measures: Measures, program: string): Row[] =>
  targets.flatMap((target) => rowOf(target, measures, program) ?? []);

function rowOf(target: Target, measures: Measures, program: string): Row | undefined {
  const { measure, at, against } = target;
  const ours = measures.get(measure)?.get(program);
  if (!ours) return undefined;
  const theirs = against && measures.get(against.measure ?? measure)?.get(against.program);
  const isJudged = (target.factor ?? target.plus) !== undefined && (!against || theirs !== undefined);
  const limit = (target.factor ?? 0) * (theirs?.[at] ?? 0) + (target.plus ?? 0);
  return {
    measure,
    ours: shown(ours),
    against: against?.called ?? against?.program ?? '',
    theirs: theirs ? shown(theirs) : against ? 'skipped' : '',
    ratio: theirs ? short(ours[at] / theirs[at]) : '',
    target: targetText(target),
    ok: isJudged ? ours[at] <= limit : undefined,
  };
}

/** `p99 ≤ 1.5 ×`, `p50 ≤ theirs + 30`, `p95 ≤ 5`. */
function targetText({ at, against, factor, plus }: Target): string {
  if (factor === undefined && plus === undefined) return '';
  if (!against) return `${at} ≤ ${plus}`;
  const share = factor === 1 ? 'theirs' : `${short(factor ?? 0)} ×`;
  return `${at} ≤ ${share}${plus ? ` + ${plus}` : ''}`;
}

/** `1.2 / 3.4 / 5.6`: the quantiles; what was measured once is one number. */
function shown({ p50, p95, p99 }: Summary): string {
  const all = [p50, p95, p99].map(short);
  return new Set(all).size === 1 ? short(p50) : all.join(' / ');
}

const short = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** The table as Markdown with aligned columns. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'ours: p50 / p95 / p99', 'against', 'theirs', 'ratio', 'target', ''];
  const cells = rows.map((row) => [
    ...[row.measure, row.ours, row.against, row.theirs, row.ratio, row.target],
    row.ok === undefined ? '' : row.ok ? 'ok' : 'MISS',
  ]);
  const widths = head.map((_, at) => Math.max(3, ...[head, ...cells].map((line) => line[at]?.length ?? 0)));
  const line = (texts: readonly string[]) => `| ${texts.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
