import { codeActions } from '../../server/src/core/features/codeActions';
import { completion } from '../../server/src/core/features/completion';
import { check } from '../../server/src/core/features/diagnostics';
import { hover } from '../../server/src/core/features/hover';
import { readSource } from '../../server/src/core/files';
import { compileGuidance, type Guidance } from '../../server/src/core/guidance/guidance';
import type { Source, Span } from '../../server/src/core/model';
import { dayOf, type Policy } from '../../server/src/core/policy/policy';
import { alone } from '../../server/src/host/neighbours';
import { bundled } from '../support/bundled';

/** What governs all documents of the folder, as the texts of the organisation say now. */
export function guidanceOf(configuration: string, document: string): Guidance | undefined {
  const own = { configuration: { uri: 'a', text: configuration }, document: { uri: 'b', text: document } };
  return compileGuidance({ ...own, technologies: [] }, bundled, 'en', dayOf(Date.now())).guidance;
}

/** What has to be answered about a text, from nothing but the text. */
export interface Expected {
  readonly diagnostics: readonly string[];
  readonly fixes: readonly string[];
  hoverAt(offset: number): string | undefined;
  completionsAt(offset: number): string[];
}

/** Undefined where the file is of no kind. */
export function expectedOf(path: string, text: string, { catalog, configuration }: Guidance): Expected | undefined {
  const source: Source | undefined = readSource(`/${path}`, text);
  if (!source) return undefined;
  const policy: Policy = { configuration, path, today: dayOf(Date.now()) };
  const findings = check(source, catalog, alone, policy).filter(({ suppression }) => !suppression);
  const answers = codeActions(source, wholeOf(text), catalog, bundled.snippets, alone, policy);
  return {
    diagnostics: findings.map(
      ({ severity, rule, span, message }) => `${severity} ${rule} ${span.start} ${span.end} ${message}`,
    ),
    fixes: answers.flatMap(({ fixes }) => fixes.map(({ title, changes }) => `${title} ${JSON.stringify(changes)}`)),
    hoverAt: (offset) => hover(source, offset, catalog, policy)?.markdown,
    completionsAt: (offset) => completion(source, offset, catalog, bundled.snippets).map(({ label }) => label),
  };
}

const wholeOf = (text: string): Span => ({ start: 0, end: text.length });
