import assert from 'node:assert/strict';
import { applied } from '../../server/src/core/fixes/changes';
import { addException } from '../../server/src/core/policy/addException';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { matches } from '../../server/src/core/policy/policy';
import { text } from '../support/findings';

const added = { technology: 'mysql', paths: ['shop/package.json'], reason: 'TODO why' };

/** The configuration with the exception, which is read back; nothing else has changed. */
function withException(content: string | undefined, entry = added): string | undefined {
  const edit = addException(content, entry);
  if (!edit) return undefined;
  const { change, reason } = edit;
  assert.equal(change.text.slice(reason.start, reason.end), entry.reason);
  const after = applied(content ?? '', [change]);
  const [before, now] = [readConfiguration(content ?? ''), readConfiguration(after)];
  assert.deepEqual(now.problems, [], after);
  const [{ span: _, ...first }] = now.configuration.exceptions as [(typeof now.configuration.exceptions)[number]];
  assert.deepEqual(first, entry);
  assert.equal(now.configuration.exceptions.length, before.configuration.exceptions.length + 1);
  return after;
}

describe('An exception that is added to the configuration', () => {
  it('begins the file or the list', () => {
    const list = 'exceptions:\n  - technology: mysql\n    paths: ["shop/package.json"]\n    reason: "TODO why"\n';
    assert.equal(withException(undefined), list);
    assert.equal(withException(''), list);
    assert.equal(withException('# ours\n---\n'), `# ours\n---\n${list}`);
    assert.equal(withException('# a {\r\nstack: a\r\n'), `# a {\r\nstack: a\r\n${list.replaceAll('\n', '\r\n')}`);
    assert.equal(withException('stack: docs/stack.md # ours'), `stack: docs/stack.md # ours\n${list}`);
    assert.equal(
      withException('exceptions: # none yet\nmirrors: {}\n'),
      `${list.replace(':', ': # none yet')}mirrors: {}\n`,
    );
    assert.equal(withException('stack: a\r\n'), `stack: a\r\n${list.replaceAll('\n', '\r\n')}`);
  });

  it('is the first of a list, with its indentation, comments left where they are', () => {
    assert.equal(
      withException(text`
      stack: docs/stack.md
      exceptions:
      # The old shop.
      - technology: rabbitmq
        reason: >
          contract until
          the migration
      baseline: known.json`),
      text`
      stack: docs/stack.md
      exceptions:
      - technology: mysql
        paths: ["shop/package.json"]
        reason: "TODO why"
      # The old shop.
      - technology: rabbitmq
        reason: >
          contract until
          the migration
      baseline: known.json`,
    );
    assert.equal(
      withException('exceptions:\n    - { technology: rabbitmq, reason: old }'),
      'exceptions:\n    - { technology: mysql, paths: ["shop/package.json"], reason: "TODO why" }\n    - { technology: rabbitmq, reason: old }',
    );
    assert.ok(withException('exceptions:'));
  });

  it('stands in brackets where the list does', () => {
    const item = '{ technology: mysql, paths: ["shop/package.json"], reason: "TODO why" }';
    assert.equal(withException('exceptions: []\n'), `exceptions: [${item}]\n`);
    assert.equal(
      withException('exceptions: [\n  { technology: rabbitmq, reason: old }, # ours\n]\n'),
      `exceptions: [\n  ${item}, { technology: rabbitmq, reason: old }, # ours\n]\n`,
    );
    assert.equal(withException('{ "stack": "a" }'), `{ exceptions: [${item}], "stack": "a" }`);
    assert.equal(withException('{ # ours\n  stack: a }\n'), `{ exceptions: [${item}], # ours\n  stack: a }\n`);
    assert.equal(withException('# {\n---\n{ stack: a }\n'), `# {\n---\n{ exceptions: [${item}], stack: a }\n`);
    assert.equal(withException('{ "stack": "a", "exceptions": [] }'), `{ "stack": "a", "exceptions": [${item}] }`);
  });

  it('names its file and no other, whatever that is called', () => {
    const path = 'app/[id]/(a)/{b}/*/package.json';
    const after = addException('', { identifier: 'npm:@acme/x', paths: [path], reason: 'old' });
    const [one] = readConfiguration(after?.change.text ?? '').configuration.exceptions;
    assert.equal(one?.identifier, 'npm:@acme/x');
    const glob = one?.paths?.[0] ?? '';
    assert.ok(matches(glob, path));
    assert.ok(!matches(glob, 'app/i/(a)/b/x/package.json'));
  });

  it('is not written into what is no configuration', () => {
    for (const content of [
      '- a\n',
      'word\n',
      'exceptions: ~\n',
      'exceptions: { a: b }\n',
      'a: b\n---\nc: d\n',
      'a: b\n...\n',
      '&all { stack: a }\n',
      '!!map # a note: x\n{ stack: a }\n',
      'T\n{b',
      // A line ends there for some readers, and for others not.
      '#\r{e',
      '\r\n\ufeffexceptions: []\n',
      'a: b\rc: d\n',
    ]) {
      assert.equal(addException(content, added), undefined, content);
    }
  });
});
