/**
 * How names are compared: without case, accents, spaces, dots, hyphens, underscores and apostrophes.
 *
 * `fold('Node.js') === fold('nodejs')`; signs that tell names apart (`C++`, `ink!`, `Pub/Sub`) stay.
 */
export function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s.\-_'’‑]/g, '')
    .toLowerCase();
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether a name can begin or end between the two characters around `at`. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  return !(letterOrDigit.test(text[at - 1] ?? '') && letterOrDigit.test(text[at] ?? ''));
}

/** A glob in which `*` stands for any characters, as a test of whole strings. Linear: no backtracking over patterns. */
export function matchesGlob(glob: string, text: string): boolean {
  const star = glob.indexOf('*');
  if (star < 0) return text === glob;
  if (star === glob.length - 1) return text.startsWith(glob.slice(0, star));
  const parts = glob.split('*');
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
