import { pie } from 'd3-shape';
import { type Radar, type RadarEntry, type RadarRing, radarRings } from '../server/src/core/model/radar';

/** Angles as d3 has them: 0 at the top, clockwise, in radians. `from` is less than `to`. */
export interface Sector {
  readonly section: number;
  readonly from: number;
  readonly to: number;
  readonly side: 'left' | 'right';
}

export interface Ring {
  readonly ring: RadarRing;
  readonly inner: number;
  readonly outer: number;
}

/** The most that a blip may measure from its middle, and what is kept free around it. */
export const blipRadius = { least: 10.5, most: 17, gap: 3 } as const;

const emptyRing = 22;
const fullRing = 2 * (blipRadius.most + 2 * blipRadius.gap);

/** Where it stands, it is not to be used; such blips are diamonds. */
export const isAgainst = ({ ring }: RadarEntry): boolean => ring === 'hold' || ring === 'outside';

/** Larger with each use, to the eye: the area grows, not the radius. */
export function radiusOf(entry: RadarEntry, most: number): number {
  const { uses } = entry;
  const { most: largest } = blipRadius;
  // A number needs more room in a diamond.
  const least = blipRadius.least + (isAgainst(entry) ? 2 : 0);
  return uses.count === 0 ? least : least + 1 + (largest - least - 1) * Math.sqrt(uses.count / Math.max(most, 1));
}

/**
 * One sector for each section: the first half of them on the left, from top to bottom, the others on the right, as the
 * lists beside the radar. The more there is in a section, the wider it is.
 */
export function sectorsOf({ sections, entries }: Radar): Sector[] {
  const weights = sections.map((_, section) => entries.filter((entry) => entry.section === section).length + 3);
  const half = halfOf(weights);
  if (sections.length < 2)
    return sections.map((_, section) => ({ section, from: -Math.PI, to: Math.PI, side: 'left' }));
  const onSide = (side: Sector['side'], list: readonly number[], first: number, end: number) =>
    pie<number>()
      .sort(null)
      .startAngle(0)
      .endAngle(end)(list as number[])
      .map(({ startAngle: a, endAngle: b }, at): Sector => {
        return { section: first + at, from: Math.min(a, b), to: Math.max(a, b), side };
      });
  return [
    ...onSide('left', weights.slice(0, half), 0, -Math.PI),
    ...onSide('right', weights.slice(half), half, Math.PI),
  ];
}

/** How many of a list are the half of its sum that comes nearest. */
function halfOf(weights: readonly number[]): number {
  const total = weights.reduce((sum, one) => sum + one, 0);
  const sums = weights.map((_, at) => weights.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
  const distance = (at: number) => Math.abs((sums[at] ?? 0) - total / 2);
  return sums.slice(0, -1).reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0) + 1;
}

/**
 * The rings from the inside out, each as wide as its fullest sector needs; empty ones are narrow, outside is left out
 * where nothing is there.
 *
 * @param areaOf how much room an entry takes
 */
export function ringsOf(radar: Radar, sectors: readonly Sector[], areaOf: (entry: RadarEntry) => number): Ring[] {
  const rings: Ring[] = [];
  for (const ring of radarRings) {
    const there = radar.entries.filter((entry) => entry.ring === ring);
    if (ring === 'outside' && !there.length) continue;
    const inner = rings[rings.length - 1]?.outer ?? 0;
    const outer = sectors.map(({ section, from, to }) => {
      const area = there.filter((entry) => entry.section === section).reduce((sum, entry) => sum + areaOf(entry), 0);
      return Math.sqrt(inner ** 2 + (2 * area) / (to - from));
    });
    rings.push({ ring, inner, outer: Math.max(inner + (there.length ? fullRing : emptyRing), ...outer) });
  }
  return rings;
}
