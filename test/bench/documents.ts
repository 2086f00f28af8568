import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver-protocol/node';
import { editedFiles } from './manifests';
import { type Places, placesIn } from './places';
import type { Session } from './session';

/** A file that is edited; the same for all servers. */
export interface Edited {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly places: Places;
}

const languages: Readonly<Record<string, string>> = {
  'package.json': 'json',
  'main.tf': 'terraform',
  'values.yaml': 'yaml',
};

/** Writes the files into a folder; each by its name. */
export function writeEdited(folder: string): ReadonlyMap<string, Edited> {
  mkdirSync(folder, { recursive: true });
  return new Map(
    Object.entries(editedFiles).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return [name, { name, uri: pathToFileURL(path).href, text, places: placesIn(name, text) }];
    }),
  );
}

/** An open document: somebody types a letter at a place, or takes it out again. */
export interface Typist {
  readonly edited: Edited;
  /** Milliseconds until the diagnostics of the file, as opened. */
  open(): Promise<number>;
  /** The parameters of the next `didChange`: a letter goes in, the next time it goes out. */
  keystroke(place: Position): object;
}

export function typistOf(session: Session, edited: Edited): Typist {
  const { uri, text, name } = edited;
  let version = 1;
  let typed: Position | undefined;
  return {
    edited,
    open: () =>
      session.diagnosed(
        'textDocument/didOpen',
        { textDocument: { uri, languageId: languages[name] ?? 'plaintext', version, text } },
        uri,
      ),
    keystroke(place) {
      const start = typed ?? place;
      const change = typed
        ? { range: { start, end: after(start) }, text: '' }
        : { range: { start, end: start }, text: 'e' };
      typed = typed ? undefined : place;
      version++;
      return { textDocument: { uri, version }, contentChanges: [change] };
    },
  };
}

/** The place behind a letter. */
export const after = ({ line, character }: Position): Position => ({ line, character: character + 1 });
