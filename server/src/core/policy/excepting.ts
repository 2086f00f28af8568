import type { Catalog } from '../catalog/catalog';
import { indentationAt, lineEndOf } from '../fixes/changes';
import type { Finding, Source, Span, TextChange } from '../model';
import { texts } from '../texts';
import { enforcingRow } from './exceptions';

/** An edit that leaves a reason to be written. */
export interface Unreasoned {
  readonly change: TextChange;
  /** What stands in the place of the reason, inside the text of the change. */
  readonly reason: Span;
}

/** How a finding is excepted: by a comment above it or, where the file has none, in the configuration. */
export interface Excepting {
  /** Id. */
  readonly technology: string;
  readonly comment?: Unreasoned;
}

/** Undefined where no exception counts: an enforced row is against it, or it is about what somebody wrote for us. */
export function exceptingOf(source: Source, finding: Finding, catalog: Catalog): Excepting | undefined {
  const { technology, role, suppression } = finding;
  if (technology === null || suppression || enforcingRow(role, catalog)) return undefined;
  const comment = commentFor(source, finding.span.start, technology, placeholder(catalog));
  return { technology, ...(comment ? { comment } : {}) };
}

/** What says that it must be replaced. */
export const placeholder = ({ locale }: Pick<Catalog, 'locale'>): string => `TODO ${texts[locale].exception.why}`;

function commentFor(
  { text, kind }: Source,
  offset: number,
  technology: string,
  reason: string,
): Unreasoned | undefined {
  const place = kind.comment?.(text, offset);
  if (!place) return undefined;
  const { above, opening, closing } = place;
  const begun = `${indentationAt(text, above)}${opening}stack-guidance-ignore ${technology}: `;
  return {
    change: { span: { start: above, end: above }, text: `${begun}${reason}${closing}${lineEndOf(text)}` },
    reason: { start: begun.length, end: begun.length + reason.length },
  };
}
