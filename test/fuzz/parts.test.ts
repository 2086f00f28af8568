import assert from 'node:assert/strict';
import { readInParts } from '../../server/src/core/files/parts';
import { terraform } from '../../server/src/core/files/terraform';
import { values } from '../../server/src/core/files/values';
import type { FileKind, Part, PartReader, Slot } from '../../server/src/core/model';
import { slotIn } from '../../server/src/core/slots/slotIn';
import { spansOf, unfolded } from '../support/marks';
import { partSeeds } from './partSeeds';
import { holds } from './property';
import { seeds } from './seeds';
import { assertSpans } from './sound';
import { changesOf, offsetsIn } from './texts';

/** What looks like the beginning of a part, and is none. */
const disguised: Readonly<Record<string, string>> = {
  terraform: 'x = <<EOT\nresource "aws_mq_broker" "no" {\nEOT\n/*\nmodule "no" {\n*/\n',
  'helm-values': '{\nimage: "redis:7",\nb: 1\n}\n--- |\nimage: redis:7\n--- "a\nimage: b"\nimage: redis\ntag: "7"\n',
};

describe('Reading in parts', () => {
  for (const kind of [terraform, values]) {
    const seed = partSeeds[kind.id] ?? '';
    const other = disguised[kind.id] ?? '';
    const texts = changesOf(seed, seed, seed, seeds[kind.id]?.text ?? '', other + seed, seed + other + seed);
    const { parts: reader } = kind;
    assert.ok(reader);

    it(`cuts the seed: ${kind.id}`, () => {
      const { parts = [] } = inParts(reader, seed);
      assert.ok(parts.length > 3, String(parts.length));
      assert.equal(parts.map(({ text }) => text).join(''), seed);
    });

    holds(`says the same as reading the whole: ${kind.id}`, texts, (text) => {
      const whole = reader.read(text);
      const { dependencies } = inParts(reader, text);
      assertSpans('dependency', text, dependencies.flatMap(spansOf));
      // What is broken is guessed: less is guessed of a part.
      if (kind === values || whole.state === 'complete')
        assert.deepEqual(unfolded(dependencies), unfolded(whole.dependencies));
    });

    holds(`says the same with what was read before: ${kind.id}`, texts, (text) => {
      const [before, after] = [inParts(reader, seed), inParts(reader, text)];
      assert.deepEqual(compared(inParts(reader, text, before.parts)), compared(after));
      assert.deepEqual(compared(inParts(reader, seed, after.parts)), compared(before));
    });

    holds(`has the same places: ${kind.id}`, texts, (text) => {
      if (reader.read(text).state === 'broken') return;
      const source = { path: 'x', kind, text, ...inParts(reader, text) };
      for (const offset of offsetsIn(text).slice(0, 8))
        assert.deepEqual(told(slotIn(source, offset)), told(slotOfWhole(kind, text, offset)), `at ${offset}`);
    });
  }
});

/** A reading whose attributes can be compared, too. */
const compared = ({ parts = [], dependencies }: ReturnType<typeof readInParts>) => ({
  dependencies: unfolded(dependencies),
  parts: parts.map((part) => ({
    ...part,
    dependencies: unfolded(part.dependencies),
    reading: { ...part.reading, dependencies: unfolded(part.reading.dependencies) },
  })),
});

/** In as many as there can be. */
const inParts = (reader: PartReader, text: string, before: readonly Part[] = []) =>
  readInParts(reader, text, before, 1);

const slotOfWhole = (kind: FileKind, text: string, offset: number) => kind.slotAt(text, offset);

/** Functions by what they give. */
function told(slot: Slot | undefined) {
  if (!slot) return undefined;
  const entry = { name: 'docker.io/a/b', version: '1', repository: 'https://charts.example.com' };
  const { write, writeSnippet, also, fits, ...rest } = slot;
  return {
    ...rest,
    written: write(entry),
    snippet: writeSnippet?.('a\nb').replace(/\r/g, ''),
    also: also?.(entry) ?? [],
  };
}
