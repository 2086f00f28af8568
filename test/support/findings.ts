import assert from 'node:assert/strict';
import type { Catalog } from '../../server/src/core/catalog/catalog';
import { check } from '../../server/src/core/features/diagnostics';
import { readSource } from '../../server/src/core/files';
import type { Finding, Source, Span } from '../../server/src/core/model';
import type { Neighbours } from '../../server/src/core/rules/rule';

/** Reads a text as the file that its path says; fails where it is none of ours. */
export function sourceOf(path: string, text: string): Source {
  const source = readSource(path, text);
  assert.ok(source, `${path} is of no kind`);
  return source;
}

/** A text with a line of marks under each thing: `^^^^^ label`. */
export function picture(text: string, things: readonly { span: Span; label: string }[]): string {
  let offset = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const [start, end] = [offset, offset + line.length];
      offset = end + 1;
      const here = things.filter(({ span }) => span.start >= start && span.end <= end);
      return [
        line,
        ...here.map(
          ({ span, label }) => `${' '.repeat(span.start - start)}${'^'.repeat(span.end - span.start)} ${label}`,
        ),
      ];
    })
    .join('\n');
}

/** `warning not-recommended mysql → postgresql`, `~` before what is struck through. */
export const labelOf = ({ severity, rule, technology, recommended, struck }: Finding) =>
  `${struck ? '~' : ''}${severity} ${rule} ${technology}${recommended.length ? ` → ${recommended.join(', ')}` : ''}`;

/** The text with its findings under it. */
export function findingsIn(path: string, text: string, catalog: Catalog, neighbours?: Neighbours): string {
  const findings = check(sourceOf(path, text), catalog, neighbours);
  return picture(
    text,
    findings.map((finding) => ({ span: finding.span, label: labelOf(finding) })),
  );
}

/** Strips the common indentation of a template literal, and its first and last empty line. */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = String.raw(strings, ...values)
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent)).join('\n');
}
