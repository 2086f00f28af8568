import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Log, Run } from 'sarif';

// The official schema of SARIF 2.1.0, as an npm package ships it.
const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
);

// It is written in draft 04, of which it uses nothing but the name of its identifier.
const { id: _id, $schema: _draft, ...rules } = schema;
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, 'file:///a/'),
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  },
}).compile(rules);

/** The one run of a log; fails where the log is not SARIF. */
export function runOf(text: string): Run {
  const log: Log = JSON.parse(text);
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
  const [run] = log.runs;
  assert.ok(run && log.runs.length === 1);
  return run;
}
