import assert from 'node:assert/strict';
import fc from 'fast-check';
import { smallest } from './texts';

/** What has to hold of a text: throws where it does not. */
export type Property = (text: string) => void | Promise<void>;

/** The long run goes by time: one half for texts, the other for what is repeated. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const seeds = process.env.FUZZ_SEED ? [Number(process.env.FUZZ_SEED)] : [1, Date.now() % 2 ** 31];

let properties = 0;
let cases = 0;
export const isLong = minutes > 0;
/** The time for one of some parts of a half. */
export const millisecondsFor = (parts: number) => (isLong ? minutes * 30_000 : 20_000) / parts;

/** A test of a property: on the same texts each time, and on others; on few in the short run. */
export function holds(what: string, texts: fc.Arbitrary<string>, property: Property, few = 15): void {
  properties++;
  it(what, async function () {
    this.timeout(0);
    for (const seed of seeds) await run(texts, property, seed, few);
  });
}

async function run(texts: fc.Arbitrary<string>, property: Property, seed: number, few: number): Promise<void> {
  const counted = fc.asyncProperty(texts, async (text) => {
    cases++;
    await property(text);
  });
  const milliseconds = millisecondsFor(properties * seeds.length);
  const amount = isLong
    ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false }
    : { numRuns: few };
  const { failed, counterexample } = await fc.check(counted, { ...amount, seed, endOnFailure: true });
  const text = counterexample?.[0];
  if (failed && text !== undefined) await explain(text, property, seed);
}

/** Fails with the smallest text that does the same. */
async function explain(text: string, property: Property, seed: number): Promise<never> {
  const first = await errorOf(text, property);
  const kind = nameOf(first);
  const least = await smallest(text, async (shorter) => nameOf(await errorOf(shorter, property)) === kind);
  const error = await errorOf(least, property);
  assert.fail(`FUZZ_SEED=${seed}\n${JSON.stringify(least)}\n${error instanceof Error ? error.stack : error}`);
}

async function errorOf(text: string, property: Property): Promise<unknown> {
  try {
    await property(text);
  } catch (error) {
    return error ?? 'nothing was thrown';
  }
  return undefined;
}

/** Errors are the same where they are of one class, and begin with the same words. */
const nameOf = (error: unknown) =>
  error instanceof Error ? `${error.name} ${error.message.split(/[:\n]/, 1)[0]}` : String(error);

after(() => console.log(`      ${cases} texts`));
