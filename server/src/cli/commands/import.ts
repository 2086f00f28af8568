import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context';
import { readNeeded } from '../files';
import type { ImportOptions } from '../options';
import { readRadar } from '../radar/read';
import { stackFrom } from '../radar/stackMarkdown';
import { radarTexts } from '../radar/texts';
import { catalogFor } from '../stack';
import { writeWhole } from '../write';

/** Prints the stack document that a radar makes, or writes it to a file; the exit code. */
export async function runImport(file: string, { output, force }: ImportOptions, context: Context): Promise<number> {
  const { cwd, locale, texts, print, say } = context;
  const words = radarTexts[locale];
  const target = output === undefined ? undefined : resolve(cwd, output);
  if (target && !force && existsSync(target)) throw new Error(words.exists(output ?? ''));
  const radar = readRadar(readNeeded(resolve(cwd, file), texts));
  if (!radar) throw new Error(words.noRadar(file));
  const { markdown, notes } = stackFrom(radar, await catalogFor(context));
  for (const note of notes) say(note);
  if (target) writeWhole(target, `${markdown}\n`, texts);
  else print(markdown);
  return 0;
}
