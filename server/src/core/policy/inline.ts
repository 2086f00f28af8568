import type { Catalog } from '../catalog/catalog';
import { fold } from '../catalog/names';
import type { Finding, Source, Span } from '../model';
import { isEnforced, isExpired, withExpiry } from './policy';

/** `stack-guidance-ignore <rule or technology>: reason (until 2027-03-31)` in a comment. */
export interface InlineException {
  /** The comment's words, without its marks. */
  readonly span: Span;
  /** A rule or the name of a technology. */
  readonly about: string;
  /** Empty where it is missing, which makes the exception void. */
  readonly reason: string;
  readonly expires?: string;
  /** What it covers: the rest of its line, the next line, or the block that begins there. */
  readonly covers: Span;
}

const marker = 'stack-guidance-ignore';
const comment =
  /(?:#|\/\/|\/\*|\{\{-?\s*\/\*)[ \t]*stack-guidance-ignore\b[ \t]*([^:\n\r]*?)[ \t]*(?::[ \t]*([^\n\r]*?))?[ \t]*(?:\*\/(?:[ \t]*-?\}\})?)?[ \t]*\r?$/;
const until = /[ \t]*\((?:until|jusqu'au|jusqu’au) (\d{4}-\d{2}-\d{2})\)$/;

/** All exceptions that stand in a file. Only kinds with comments have any. */
export function inlineExceptions({ text, kind }: Source): InlineException[] {
  const found: InlineException[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const match = comment.exec(text.slice(start, end));
    if (!match) continue;
    const [written, about = '', said = ''] = match;
    const expires = until.exec(said)?.[1];
    const span = { start: start + match.index, end: start + match.index + written.trimEnd().length };
    const isAlone = text.slice(start, span.start).trim() === '';
    const covered = isAlone ? kind.extent(text, nextLine(text, end)) : { start, end };
    found.push({
      span,
      about,
      reason: said.replace(until, '').trim(),
      covers: covered,
      ...(expires ? { expires } : {}),
    });
  }
  return found;
}

/** The beginning of the next line that is neither empty nor a comment of its own. */
function nextLine(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const start = at + 1;
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).trim();
    if (line !== '' && !/^(?:#|\/\/|\/\*|\{\{-?\s*\/\*)/.test(line)) return start;
    if (end < 0) return text.length;
    at = end;
  }
  return text.length;
}

/** Findings with the exceptions that stand beside them; the first that covers a finding speaks. */
export function applyInline(
  findings: readonly Finding[],
  exceptions: readonly InlineException[],
  today: string,
  catalog: Catalog,
): Finding[] {
  if (!exceptions.length) return [...findings];
  return findings.map((finding) => {
    const [one] = exceptions.filter((exception) => isAbout(exception, finding, catalog));
    if (!one?.reason || finding.suppression) return finding;
    if (isExpired(one, today)) return withExpiry(finding, one.expires ?? '', catalog);
    if (isEnforced(finding, catalog)) return finding;
    return { ...finding, suppression: { reason: one.reason, ...(one.expires ? { expires: one.expires } : {}) } };
  });
}

/** Whether an exception covers a finding: by place, and by rule or technology. */
export function isAbout({ about, covers }: InlineException, finding: Finding, { knowledge }: Catalog): boolean {
  if (finding.span.start < covers.start || finding.span.start > covers.end) return false;
  return about === finding.rule || knowledge.lexicon.technologies.get(fold(about)) === finding.technology;
}
