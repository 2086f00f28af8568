import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog';
import { explainTexts } from '../../core/explainTexts';
import { type Explanation, explainLine } from '../../core/features/explain';
import { explainName, namesNear } from '../../core/features/explainName';
import { stepTexts, summaryOf } from '../../core/features/explainWording';
import { mayBeManifest } from '../../core/files';
import type { Span } from '../../core/model';
import type { Context } from '../context';
import { shownFrom } from '../files';
import { placesIn } from '../places';
import { plain } from '../plain';
import { guideFor, openFor } from '../stack';

/** Prints all that leads to what is said of a name, or of what stands on a line of a file; the exit code. */
export async function runExplain(asked: string, context: Context): Promise<number> {
  const [, file = '', line = ''] = /^(.+?):(\d+)(?::\d+)?$/s.exec(asked) ?? [];
  if (file && isFile(resolve(context.cwd, file))) return explainPlace(file, Number(line), context);
  const { catalog, policy } = await guideFor(context);
  const explanations = explainName(asked, catalog, policy);
  if (!explanations.length) throw new Error(notKnown(asked, catalog, context));
  context.print(explanations.map((one) => shown(one, one.subject, catalog)).join('\n\n'));
  return 0;
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** A path where there is no file, a file without a line, or a name that nothing has. */
function notKnown(asked: string, catalog: Catalog, { cwd, texts, locale }: Context): string {
  if (isFile(resolve(cwd, asked))) return explainTexts[locale].whichLine(asked);
  const [path = '', line] = asked.split(/:(?=\d)/);
  if (line && mayBeManifest(basename(path))) return texts.problem.unreadable(path, 'ENOENT');
  return explainTexts[locale].unknownName(asked, namesNear(asked, catalog));
}

async function explainPlace(file: string, line: number, context: Context): Promise<number> {
  const { cwd, locale, print } = context;
  const path = resolve(cwd, file);
  const opened = await openFor(path, context);
  if (!opened) throw new Error(explainTexts[locale].notChecked(file));
  const span = lineOf(opened.source.text, line);
  const explanations = span ? explainLine(opened, span) : [];
  if (!explanations.length) throw new Error(explainTexts[locale].nothingOnLine(file, line));
  const place = placesIn(opened.source.text);
  const subjectOf = ({ span: at, subject }: Explanation) => {
    const { line: from, column } = place(at ?? { start: 0, end: 0 });
    return `${shownFrom(cwd, path)}:${from}:${column} ${subject}`;
  };
  print(explanations.map((one) => shown(one, subjectOf(one), opened.catalog)).join('\n\n'));
  return 0;
}

/** The n-th line of a text, from 1; undefined where there are less. */
function lineOf(text: string, line: number): Span | undefined {
  const lines = text.split('\n');
  const found = lines[line - 1];
  if (found === undefined) return undefined;
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + found.length };
}

/** A title with the verdict, its steps numbered, and the messages that a check prints. */
function shown(explanation: Explanation, subject: string, catalog: Catalog): string {
  const summary = summaryOf(explanation, catalog);
  const steps = stepTexts(explanation, catalog).map((text, at) => `${String(at + 1).padStart(3)}. ${text}`);
  const messages = explanation.findings.map(({ message }) => `  => ${message}`);
  return [summary ? `${subject}: ${summary}` : subject, ...steps, ...messages].map(plain).join('\n');
}
