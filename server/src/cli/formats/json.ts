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

/** A list two levels deep, as `JSON.stringify` writes it. */
function* list<One>(all: readonly One[], of: (one: One) => object): Generator<string> {
  let before = '[';
  for (const one of all) {
    yield `${before}\n    ${indented(of(one), '    ')}`;
    before = ',';
  }
  yield all.length ? '\n  ]' : '[]';
}

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
