import assert from 'node:assert/strict';
import { readRadar } from '../../server/src/cli/radar/read';
import { stackFrom } from '../../server/src/cli/radar/stackMarkdown';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { codeActions } from '../../server/src/core/features/codeActions';
import { completion } from '../../server/src/core/features/completion';
import { addException } from '../../server/src/core/policy/addException';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { bundledCatalogs } from '../support/bundled';
import { policyOf } from '../support/exceptions';
import { configurationSeed, radarSeeds, stackSeed } from './ownSeeds';
import { isLong, millisecondsFor } from './property';
import { kindsWithSeeds } from './seeds';
import { tokens } from './texts';

const catalog = bundledCatalogs.en;
const length = isLong ? 200_000 : 16_000;
/** Processor time, generous: what is not linear takes minutes for the long texts, sixty-four times that of an eighth. */
const limit = { milliseconds: 500, growth: 32 };

interface Reader {
  readonly name: string;
  readonly seed: string;
  readonly read: (text: string) => void;
}

const readers: readonly Reader[] = [
  ...kindsWithSeeds.map(({ kind, path, seed }) => {
    const read = (text: string) => {
      const source = { path, kind, text, dependencies: kind.read(text) };
      const middle = text.length >> 1;
      codeActions(source, { start: middle, end: middle }, catalog, [], undefined, policyOf('', path));
      for (const offset of [middle, text.length]) completion(source, offset, catalog, []);
    };
    return { name: kind.id, seed, read };
  }),
  {
    name: 'stack document',
    seed: stackSeed,
    read: (text) => void readStackDocument(text),
  },
  {
    name: 'configuration',
    seed: configurationSeed,
    read(text) {
      readConfiguration(text);
      addException(text, { technology: 'mysql', paths: [], reason: 'x' });
    },
  },
  {
    name: 'radar',
    seed: radarSeeds[1] ?? '',
    read(text) {
      const radar = readRadar(text);
      if (radar) stackFrom(radar, catalog);
    },
  },
];

/** A token again and again: alone, behind a text, inside of it, and with a line for each. */
function* repetitions(seed: string, token: string, size: number): Generator<string> {
  const many = token.repeat(Math.ceil(size / token.length));
  const middle = seed.indexOf('"', seed.length >> 1);
  yield many;
  yield `${seed}${many}`;
  if (isLong) yield `${seed.slice(0, middle + 1)}${many}${seed.slice(middle + 1)}`;
  if (isLong) yield `${token}a\n`.repeat(Math.ceil(size / (token.length + 2)));
  if (isLong) yield seed.slice(0, middle) + Array.from({ length: size >> 3 }, (_, at) => `${token}${at}`).join(' ');
}

/** Where there is not enough time for all, each run takes others. */
const inAnyOrder = (all: readonly string[]) => [...all].sort(() => Math.random() - 0.5);

function timeOf(read: () => void): number {
  const { user, system } = process.cpuUsage();
  read();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}

describe('Any token again and again', () => {
  for (const { name, seed, read } of readers) {
    it(`takes linear time: ${name}`, () => {
      const slow: string[] = [];
      read(seed);
      const until = performance.now() + millisecondsFor(readers.length);
      for (const token of inAnyOrder(tokens)) {
        if (performance.now() > until) break;
        const small = [...repetitions(seed, token, length / 8)];
        for (const [at, text] of [...repetitions(seed, token, length)].entries()) {
          if (timeOf(() => read(text)) < limit.milliseconds) continue;
          // Others work on the same machine: what is slow must be so twice.
          const time = timeOf(() => read(text));
          if (time < limit.milliseconds) continue;
          const eighth = timeOf(() => read(small[at] ?? ''));
          if (time > limit.growth * eighth || time > 40 * limit.milliseconds)
            slow.push(`${JSON.stringify(token)} (${at}): ${Math.round(time)} ms, an eighth ${Math.round(eighth)} ms`);
        }
      }
      assert.deepEqual(slow, []);
    }).timeout(0);
  }
});
