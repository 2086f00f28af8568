import { resolve } from 'node:path';
import { groupBy } from '../core/catalog/catalog';
import { type Answer, dropInFixes } from '../core/features/codeActions';
import { applied } from '../core/fixes/changes';
import type { Finding, Fix, TextChange } from '../core/model';
import { fingerprintsOf } from '../core/policy/baseline';
import { openFile } from './check';
import { byteOrderMark, readIfText } from './files';
import type { Guides } from './guides';
import { placesIn } from './places';
import type { Reported } from './report';
import type { TextsOfCli } from './texts';
import { writeWhole } from './write';

/** What fixing needs to know of the run. */
export interface Fixing {
  readonly guides: Guides;
  readonly cwd: string;
  readonly texts: TextsOfCli;
  /** Says a line to the user. */
  say(line: string): void;
}

/**
 * Makes the drop-in replacements that answer some findings, the files one after the other, each whole. Nothing else
 * changes files of the user.
 *
 * @returns how many replacements were made
 */
export async function fixFindings(findings: readonly Reported[], fixing: Fixing): Promise<number> {
  let made = 0;
  for (const [file, wanted] of groupBy(findings, (finding) => finding.file))
    made += await fixFile(file, new Set(wanted.map((one) => one.fingerprint)), fixing);
  return made;
}

async function fixFile(file: string, wanted: ReadonlySet<string>, fixing: Fixing): Promise<number> {
  const path = resolve(fixing.cwd, file);
  const opened = await openFile(path, fixing.guides);
  if (!opened) return 0;
  const { text } = opened.source;
  const answers = dropInFixes(opened.source, opened.catalog, opened.neighbours, opened.policy);
  const chosen = dropIns(answers, wanted);
  if (!chosen.length || !rewriteFile(path, text, changesOf(chosen), file, fixing)) return 0;
  const place = placesIn(text);
  for (const { fix, finding } of chosen) {
    const { line, column } = place(finding.span);
    fixing.say(`${file}:${line}:${column}: ${fixing.texts.fixed(fix.title)}`);
  }
  return chosen.length;
}

interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The drop-in replacement of each finding that is wanted; one that touches an earlier one waits for the next round. */
function dropIns(answers: readonly Answer[], wanted: ReadonlySet<string>): Chosen[] {
  const names = fingerprintsOf(answers.map(({ finding }) => finding));
  const chosen: Chosen[] = [];
  const changes: TextChange[] = [];
  for (const [at, { finding, fixes }] of answers.entries()) {
    const fix = fixes.find((one) => one.isPreferred);
    if (!fix || finding.suppression || !wanted.has(names[at] ?? '') || touches(fix, changes)) continue;
    chosen.push({ finding, fix });
    changes.push(...fix.changes);
  }
  return chosen;
}

const changesOf = (chosen: readonly Chosen[]) => chosen.flatMap(({ fix }) => fix.changes);

const touches = (fix: Fix, changes: readonly TextChange[]) =>
  fix.changes.some((one) =>
    changes.some((other) => one.span.start <= other.span.end && other.span.start <= one.span.end),
  );

/** False, and said, where the file is not what was read, or has bytes that are no text and would be lost. */
function rewriteFile(
  path: string,
  text: string,
  changes: readonly TextChange[],
  file: string,
  fixing: Fixing,
): boolean {
  const now = readIfText(path);
  const whole = now?.bytes.toString('utf8');
  if (!now || now.text !== text || whole === undefined || !Buffer.from(whole).equals(now.bytes)) {
    fixing.say(fixing.texts.notFixed(file));
    return false;
  }
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : '';
  writeWhole(path, mark + applied(text, changes), fixing.texts);
  return true;
}
