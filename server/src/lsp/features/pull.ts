import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';

/** Answers clients that ask for diagnostics. */
export interface Reports {
  /** `previous` is the id of what the client has already: where that is still right nothing is sent again. */
  of(uri: string, previous: string | undefined, items: Diagnostic[]): DocumentDiagnosticReport;
  forget(uri: string): void;
}

/** A letter seldom changes what is found, and the client that is told so keeps what it shows. */
export function openReports(): Reports {
  const given = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  let count = 0;
  return {
    of(uri, previous, items) {
      const last = given.get(uri);
      if (last && last.id === previous && isSame(last.items, items))
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
      const id = String(++count);
      given.set(uri, { id, items });
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    },
    forget: (uri) => void given.delete(uri),
  };
}

const isSame = (some: readonly Diagnostic[], others: readonly Diagnostic[]) =>
  some.length === others.length && some.every((one, at) => others[at] && looksLike(one, others[at]));

const looksLike = (one: Diagnostic, other: Diagnostic) =>
  one.message === other.message &&
  one.severity === other.severity &&
  one.code === other.code &&
  one.tags?.length === other.tags?.length &&
  isAt(one.range.start, other.range.start) &&
  isAt(one.range.end, other.range.end);

const isAt = (one: Diagnostic['range']['start'], other: Diagnostic['range']['start']) =>
  one.line === other.line && one.character === other.character;
