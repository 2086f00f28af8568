import type { FileKind, FileName, Source } from '../model';
import { chart } from './chart';
import { packageJson } from './packageJson';
import { templates } from './templates';
import { terraform } from './terraform';
import { terraformJson } from './terraformJson';
import { values } from './values';

/** All kinds of files; the first that matches reads the file. */
export const fileKinds: readonly FileKind[] = [packageJson, terraform, terraformJson, chart, values, templates];

/** The kind of a file, or undefined where it is none of ours. */
export const fileKindOf = (file: FileName): FileKind | undefined => fileKinds.find((kind) => kind.matches(file));

/** Reads a text as its kind; undefined where the file is none of ours. Never throws on the text. */
export function readSource(path: string, text: string, languageId?: string): Source | undefined {
  const kind = fileKindOf({ path, head: text.slice(0, 4096), ...(languageId ? { languageId } : {}) });
  return kind && { path, kind, text, dependencies: kind.read(text) };
}
