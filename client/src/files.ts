import { type FileStat, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Files above are generated or hostile; nobody reads hover notes in them. */
const maxFileSize = 10 * 1024 * 1024;

interface Asked {
  readonly uri: string;
}

/** Answers what the server asks of files that are not on its disk. What cannot be read is null. */
export function answerReads(client: BaseLanguageClient): void {
  client.onRequest('stackGuidance/readFile', orNull(readFile));
  client.onRequest('stackGuidance/readDirectory', orNull(readDirectory));
  client.onRequest(
    'stackGuidance/stat',
    orNull(async (uri) => kindOf((await workspace.fs.stat(uri)).type)),
  );
}

/** A file system that does not know a path throws. */
const orNull =
  <Answer>(answer: (uri: Uri) => Promise<Answer>) =>
  ({ uri }: Asked): Promise<Answer | null> =>
    answer(Uri.parse(uri)).catch(() => null);

async function readFile(uri: Uri): Promise<string | null> {
  if (!isReadable(await workspace.fs.stat(uri))) return null;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
}

const isReadable = ({ type, size }: FileStat) => (type & FileType.File) !== 0 && size <= maxFileSize;

const readDirectory = async (uri: Uri) =>
  (await workspace.fs.readDirectory(uri)).map(([name, type]) => ({ name, ...kindOf(type) }));

const kindOf = (type: FileType) => ({
  isDirectory: (type & FileType.Directory) !== 0,
  isLink: (type & FileType.SymbolicLink) !== 0,
});
