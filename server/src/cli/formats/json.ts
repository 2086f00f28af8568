import { counts, type Report, type Reported, type Suppressed } from '../report';

/** For programs; a contract, see the README. In pieces: the whole of a large report would be the most that a check holds. */
export function* json({ files, findings, suppressed }: Report): Generator<string> {
  const summary = { files, ...counts(findings), suppressed: suppressed.length };
  yield `{\n  "version": 1,\n  "summary": ${indented(summary, '  ')},\n  "findings": `;
  yield* list(findings, shown);
  yield ',\n  "suppressed": ';
  yield* list(suppressed, (one) => ({ ...shown(one), exception: exceptionOf(one) }));
  yield '\n}';
}

/** A list two levels deep, as `JSON.stringify` writes it, so many items at a time. */
function* list<One>(all: readonly One[], of: (one: One) => object): Generator<string> {
  for (let at = 0; at < all.length; at += itemsAtOnce) {
    const items = all.slice(at, at + itemsAtOnce).map(of);
    // Without the brackets of its own.
    yield (at ? ',' : '[') + indented(items, '  ').slice(1, -'\n  ]'.length);
  }
  yield all.length ? '\n  ]' : '[]';
}

const itemsAtOnce = 100;

/** A line end inside of a text is written as `\\n`: all others are between the lines. */
const indented = (value: object, by: string) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);

const exceptionOf = ({ exception: { kind: _, ...said } }: Suppressed) => said;

/** Written out, so that nothing becomes part of the contract unnoticed, and in this order. */
const shown = (one: Reported): Reported => ({
  file: one.file,
  rule: one.rule,
  severity: one.severity,
  line: one.line,
  column: one.column,
  endLine: one.endLine,
  endColumn: one.endColumn,
  technology: one.technology,
  role: one.role,
  recommended: one.recommended,
  message: one.message,
  fingerprint: one.fingerprint,
});
