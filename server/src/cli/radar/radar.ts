import { readRing } from '../../core/catalog/columns';
import { fold } from '../../core/catalog/names';
import type { Ring } from '../../core/model';

/** A technology radar as its file has it. */
export interface Radar {
  readonly title?: string;
  /** From the inside out. */
  readonly rings: readonly string[];
  readonly blips: readonly Blip[];
}

/** One thing on a radar; texts as written, which may be HTML or Markdown. */
export interface Blip {
  readonly name: string;
  readonly quadrant: string;
  readonly ring: string;
  readonly description: string;
}

/** What a ring of a radar is for us, and whether only its place tells. */
export interface RingReading {
  readonly ring: Ring;
  readonly isGuess: boolean;
}

/**
 * Reads the rings of a radar: by name where that is known, else by their place from the inside out; one that only an
 * entry has is to be assessed.
 */
export function readRings({ rings, blips }: Radar): ReadonlyMap<string, RingReading> {
  const all = new Set([...rings, ...blips.map((blip) => blip.ring)].filter(Boolean));
  return new Map(
    [...all].map((name) => {
      const at = rings.indexOf(name);
      const known = ringNames.get(fold(name)) ?? readRing(name);
      return [name, { ring: known ?? (at < 0 ? 'assess' : ringAt(at, rings.length)), isGuess: !known }];
    }),
  );
}

/** What radars call their rings besides the words that a stack document knows. */
const ringNames: ReadonlyMap<string, Ring> = new Map(
  Object.entries({
    adopt: ['use', 'in use', 'default', 'keep', 'invest'],
    trial: ['experiment', 'experimental', 'explore'],
    assess: ['review', 'research', 'investigate', 'watch'],
    hold: ['retire', 'stop', 'reduce', 'contain', 'caution', 'sunset', 'phase out', 'decommission'],
  }).flatMap(([ring, words]) => words.map((word) => [fold(word), ring as Ring] as const)),
);

function ringAt(place: number, count: number): Ring {
  if (place === 0) return 'adopt';
  if (place === count - 1) return 'hold';
  return place === 1 ? 'trial' : 'assess';
}
