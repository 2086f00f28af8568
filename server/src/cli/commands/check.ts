import { join } from 'node:path';
import { defaultBaseline, knownIn, requireInside, writeBaseline } from '../baselineFile';
import { inspect } from '../check';
import { type Context, printReport } from '../context';
import { shownFrom } from '../files';
import { fixFindings } from '../fix';
import { type Guides, openGuides } from '../guides';
import type { CheckOptions } from '../options';
import { progressOn } from '../progress';
import { only, type Report } from '../report';
import { chosenShard, scopeOf } from '../scope';
import type { Shard } from '../shard';

/** One run of `check`. */
interface Run {
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly shard: Shard | undefined;
  readonly guides: Guides;
  readonly context: Context;
}

/** Checks, fixes and remembers what it was asked to, prints what is left; the exit code. */
export async function runCheck(paths: readonly string[], options: CheckOptions, context: Context): Promise<number> {
  const shard = chosenShard(options, context);
  if (options.writeBaseline) refusePart(options, shard, context);
  const run = { paths, options, shard, guides: openGuides({ ...context, config: options.config }), context };
  const report = await (options.fix ? fixed(run) : look(run));
  const left = options.writeBaseline ? await remembered(report, run) : report;
  return printReport(left, options, context, `${context.cwd}/`);
}

/** A baseline of a part of the findings would forget the others. */
function refusePart({ since }: CheckOptions, shard: Shard | undefined, { texts }: Context): void {
  const part = since !== undefined ? '--since' : shard ? '--shard' : undefined;
  if (part) throw new Error(texts.problem.partialBaseline(part));
}

/** What the run is about: without what is known, unless that is about to be written down. */
async function look({ paths, options, shard, guides, context }: Run): Promise<Report> {
  const { cwd, terminal, environment, texts } = context;
  const scope = await scopeOf(paths, options, shard, context);
  const isNew = noveltyIn(options, context);
  const progress = progressOn(terminal, environment, texts.progress);
  const report = await inspect({
    paths,
    guides,
    cwd,
    reportsKnown: options.baseline !== undefined || options.writeBaseline === true,
    isWhole: options.since === undefined && !shard,
    includes: scope.includesFile,
    progress: progress.report,
  });
  progress.end();
  return only(report, (finding) => scope.includesFinding(finding) && isNew(finding));
}

function noveltyIn({ baseline, writeBaseline }: CheckOptions, { cwd, texts }: Context) {
  if (baseline === undefined || writeBaseline) return () => true;
  const isKnown = knownIn({ name: baseline, cwd, texts });
  return (finding: Parameters<typeof isKnown>[0]) => !isKnown(finding);
}

/** Fixes until there is nothing more to fix: a replacement may wait for another one beside it. */
async function fixed(run: Run): Promise<Report> {
  const { cwd, texts, say } = run.context;
  for (let round = 0; ; round++) {
    const report = await look(run);
    const made = round < 10 ? await fixFindings(report.findings, { guides: run.guides, cwd, texts, say }) : 0;
    if (!made) return report;
  }
}

/** Writes the baseline; what is in it is no longer new. */
async function remembered(report: Report, { paths, options, guides, context }: Run): Promise<Report> {
  const { cwd, texts, say } = context;
  const configured = (await guides.of(join(cwd, defaultBaseline)))?.baseline;
  const name = options.baseline ?? (configured ? shownFrom(cwd, configured) : defaultBaseline);
  await requireInside({ name, cwd, texts });
  writeBaseline(report, paths, { name, cwd, texts });
  say(texts.baselineWritten(name, report.findings.length));
  return { ...report, findings: [] };
}
