import type { Dependency, FileKind, FileName, Span } from '../model';
import { once } from '../once';
import { hashComment, slashComment } from '../policy/comment';
import type { Extent } from '../policy/extent';
import { type Presence, presences } from './presences';

/** Files that say what is used by being there: one kind for each name, since a reader knows the text only. */
export const presenceKinds: readonly FileKind[] = presences.map((presence) => ({
  id: 'presence',
  matches: (file) => isThere(presence, file),
  read: (text) => [presenceIn(text, presence.name)],
  replace: () => undefined,
  insert: () => undefined,
  extent: (text) => () => ({ start: 0, end: text.length }),
  ...commentIn(presence),
  slotAt: () => undefined,
}));

/** JSON has none, and those of XML are not read. */
function commentIn({ name }: Presence): Pick<FileKind, 'comment'> {
  if (/\.(?:json|jmx)$/.test(name)) return {};
  return { comment: /^Jenkinsfile$|\.k?ts$/.test(name) ? slashComment : hashComment };
}

const isThere = ({ path, content }: Presence, { path: written, head }: FileName) =>
  path.test(written) && (!content || content.test(head)) && !copied.test(written);

/** What somebody else's copied sources are built with says nothing here. */
const copied = /(?:^|\/)(?:vendor|third_party|node_modules)\//;

/** What a file says by being there, on its first line. */
export const presenceIn = (text: string, name: string): Dependency => ({
  ecosystem: 'file',
  name,
  nameSpan: firstLine(text),
  scope: 'file',
});

/** Without its blanks, its line end and the byte order mark. */
function firstLine(text: string): Span {
  const [, before = '', line = ''] = /^(\ufeff?[ \t]*)([^\r\n]*)/.exec(text) ?? [];
  return { start: before.length, end: before.length + line.trimEnd().length };
}

/** An exception in the comments at the top is about the file, too. */
export const extentFromTop =
  (extent: Extent): Extent =>
  (text) => {
    const [extentAt, top] = [extent(text), once(() => endOfTop(text))];
    return (offset) => {
      const { start, end } = extentAt(offset);
      return { start: start <= top() ? 0 : start, end };
    };
  };

/** Where the first line begins that is neither empty nor a comment. */
function endOfTop(text: string): number {
  let at = 0;
  for (const line of text.split('\n')) {
    if (!/^\s*(?:#|$)/.test(line)) break;
    at += line.length + 1;
  }
  return at;
}
