import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { assistantTexts } from '../../core/assistantTexts';
import { explainTexts } from '../../core/explainTexts';
import type { Answer, Assistant, VerdictAsked } from '../../core/features/assistant';
import { verdictOnManifest } from '../../core/features/assistantManifest';
import { verdictOnName } from '../../core/features/assistantName';
import { recommend } from '../../core/features/assistantRecommend';
import { snippetFor } from '../../core/features/assistantSnippet';
import { wholeStack } from '../../core/features/assistantStack';
import type { VerdictContent } from '../../core/features/assistantVerdict';
import type { Context } from '../context';
import { isBelow, realPath } from '../files';
import type { McpOptions } from '../options';
import { placesIn } from '../places';
import { catalogFor, guideFor, openFor, openTextFor } from '../stack';

/**
 * Answers by the stack in force in a directory, as it is at that moment.
 *
 * @throws where there is no such directory
 */
export function assistantOf({ directory = '.' }: McpOptions, started: Context): Assistant {
  const context = { ...started, cwd: resolve(started.cwd, directory) };
  if (!existsSync(context.cwd)) throw new Error(context.texts.problem.unreadable(directory, 'ENOENT'));
  const { snippets } = context.bundled;
  const knows = async () => ({ catalog: await catalogFor(context), snippets });
  return {
    recommend: async ({ need }) => recommend(need, await knows()),
    verdict: (asked) => verdict(asked, context),
    snippet: async ({ technology, kind }) => snippetFor(technology, kind, await knows()),
    stack: async () => wholeStack(await catalogFor(context)),
  };
}

async function verdict({ identifier, path, text }: VerdictAsked, context: Context): Promise<Answer<VerdictContent>> {
  if (identifier) {
    const { catalog, policy } = await guideFor(context);
    return verdictOnName(identifier, { catalog, snippets: context.bundled.snippets }, policy);
  }
  return path ? manifestVerdict(path, text, context) : { problem: assistantTexts[context.locale].ask };
}

/** Nothing outside of the directory is read for an assistant. */
async function manifestVerdict(path: string, text: string | undefined, context: Context) {
  const { bundled, cwd, locale, texts } = context;
  const file = resolve(cwd, path);
  if (text === undefined) {
    const isInside = isBelow(cwd, file) && (!existsSync(file) || isBelow(realPath(cwd), realPath(file)));
    if (!isInside) return { problem: assistantTexts[locale].outside(path) };
    if (!existsSync(file)) return { problem: texts.problem.unreadable(path, 'ENOENT') };
  }
  const opened = text === undefined ? await openFor(file, context) : await openTextFor(path, text, context);
  if (!opened) return { problem: explainTexts[locale].notChecked(path) };
  return verdictOnManifest(path, opened, placesIn(opened.source.text), bundled.snippets);
}
