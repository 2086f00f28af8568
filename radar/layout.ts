import { forceCollide, forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3-force';
import type { Radar, RadarEntry, RadarRing } from '../server/src/core/model/radar';
import { type Cell, isInside, keepWithin, pointAt, sidesOf } from './cell';
import { blipRadius, type Ring, radiusOf, ringsOf, type Sector, sectorsOf } from './sectors';

/** An entry at its place; the middle of the radar is 0, 0. */
export interface Blip {
  readonly entry: RadarEntry;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The name of a ring, centred on the line that goes up from the middle. */
export interface RingLabel {
  readonly ring: RadarRing;
  readonly text: string;
  readonly y: number;
}

export interface Layout {
  readonly sectors: readonly Sector[];
  readonly rings: readonly Ring[];
  readonly labels: readonly RingLabel[];
  readonly blips: readonly Blip[];
  /** Where the outermost ring ends. */
  readonly radius: number;
}

/** A blip on its way, or a part of a label, which stays. */
interface Node extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly radius: number;
  readonly entry?: RadarEntry;
  readonly within?: Cell;
}

/** How much of a ring's area its blips may take at first; less with each attempt. */
const densities = [0.5, 0.46, 0.42, 0.38, 0.34, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05];
const sparsest = 0.01;
/** As few as there have to be: every so many it is looked at, and at the latest it is over. */
const steps = { each: 60, all: 240 } as const;
const letter = { width: 7, height: 14 };

/**
 * Places every entry in its sector and ring so that nothing overlaps, neither each other nor the names of the rings.
 * The same radar always has the same layout.
 */
export function layoutOf(radar: Radar, ringNames: Readonly<Record<RadarRing, string>>): Layout {
  for (const density of densities) {
    const layout = attempt(radar, ringNames, density);
    if (isClear(layout)) return layout;
  }
  return attempt(radar, ringNames, sparsest);
}

function attempt(radar: Radar, ringNames: Readonly<Record<RadarRing, string>>, density: number): Layout {
  const most = Math.max(0, ...radar.entries.map((entry) => entry.uses.count));
  const sectors = sectorsOf(radar);
  const areaOf = (entry: RadarEntry) => (Math.PI * (radiusOf(entry, most) + blipRadius.gap) ** 2) / density;
  const rings = ringsOf(radar, sectors, areaOf);
  const labels = rings.map(({ ring, inner, outer }) => ({
    ...{ ring, text: ringNames[ring] },
    y: -Math.max(outer - letter.height, (inner + outer) / 2),
  }));
  const settle = settling([...startOf(radar, sectors, rings, most), ...labels.flatMap(obstaclesOf)]);
  const radius = rings[rings.length - 1]?.outer ?? 0;
  const layout = () => ({ sectors, rings, labels, blips: settle(), radius });
  let found = layout();
  for (let done: number = steps.each; done < steps.all && !isClear(found); done += steps.each) found = layout();
  return found;
}

/** Spread evenly over each cell: the golden ratio never meets itself. */
function startOf(radar: Radar, sectors: readonly Sector[], rings: readonly Ring[], most: number): Node[] {
  const golden = (Math.sqrt(5) - 1) / 2;
  return sectors.flatMap((sector) => {
    const sides = sidesOf(sector);
    return rings.flatMap((ring) => {
      const here = radar.entries.filter((entry) => entry.section === sector.section && entry.ring === ring.ring);
      return here.map((entry, at): Node => {
        const distance = Math.sqrt(ring.inner ** 2 + ((at + 0.5) / here.length) * (ring.outer ** 2 - ring.inner ** 2));
        const angle = sector.from + (((at + 1) * golden) % 1) * (sector.to - sector.from);
        return { ...pointAt(angle, distance), radius: radiusOf(entry, most), entry, within: { sides, ring } };
      });
    });
  });
}

/** A label as a row of circles. */
function obstaclesOf({ text, y }: RingLabel): Node[] {
  const radius = letter.height / 2;
  const half = Math.max(0, widthOf(text) / 2 - radius);
  const count = Math.ceil(half / radius) + 1;
  return Array.from({ length: count }, (_, at) => {
    const x = count === 1 ? 0 : -half + (2 * half * at) / (count - 1);
    return { x, y, fx: x, fy: y, radius };
  });
}

/** How wide a text is about, in capitals of 11 px. */
export const widthOf = (text: string) => text.length * letter.width;

const keepAll = (nodes: readonly Node[]) => {
  for (const node of nodes) if (node.within) keepWithin(node, node.within);
};

/** A function that moves what is there apart by some steps, and says where it is then. */
function settling(nodes: Node[]): () => Blip[] {
  const simulation = forceSimulation(nodes)
    .force('apart', forceManyBody<Node>().strength(-6).distanceMax(80))
    .force(
      'touch',
      forceCollide<Node>((node) => node.radius + blipRadius.gap)
        .strength(1)
        .iterations(2),
    )
    .force('within', () => keepAll(nodes))
    .stop();
  return () => {
    simulation.tick(steps.each);
    keepAll(nodes);
    return nodes.flatMap(({ entry, x, y, radius }) =>
      entry ? [{ entry, x: rounded(x), y: rounded(y), radius: rounded(radius) }] : [],
    );
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Whether each blip is where it belongs, and none touches another or the name of a ring. */
export function isClear({ blips, labels, sectors, rings }: Layout): boolean {
  const obstacles = labels.flatMap(obstaclesOf);
  return blips.every((one, at) => {
    const sector = sectors.find(({ section }) => section === one.entry.section);
    const ring = rings.find(({ ring: name }) => name === one.entry.ring);
    const others = [...blips.slice(at + 1), ...obstacles];
    return (
      sector !== undefined &&
      ring !== undefined &&
      isInside(one, sector, ring) &&
      others.every((other) => Math.hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius + 1)
    );
  });
}
