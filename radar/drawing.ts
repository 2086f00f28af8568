import { arc, symbol, symbolDiamond2 } from 'd3-shape';
import type { Radar } from '../server/src/core/model/radar';
import { all, classes, element, type Html, text } from './html';
import { type Blip, type Layout, layoutOf } from './layout';
import { isAgainst, type Ring, type Sector } from './sectors';
import { radarPageTexts, spokenName, type TextsOfRadarPage } from './texts';

/** What is around the outermost ring: the names of the sections. */
const rim = 30;
const titleSize = { most: 13, least: 9, letter: 0.66 } as const;

/** The radar as one SVG picture, in which each blip can be focused. */
export function drawing(radar: Radar): Html {
  const said = radarPageTexts[radar.locale];
  const layout = layoutOf(radar, upperCased(said.rings));
  const half = Math.ceil(layout.radius + rim);
  return element(
    'svg',
    {
      ...{ class: 'drawing', viewBox: `${-half} ${-half} ${2 * half} ${2 * half}` },
      ...{ role: 'group', 'aria-label': said.radar, 'aria-describedby': 'keys' },
    },
    element('g', { 'aria-hidden': 'true' }, ...decoration(radar, layout)),
    ...layout.blips
      .toSorted((a, b) => a.entry.number - b.entry.number)
      .map((blip, at) => blipOf(blip, at === 0, radar, said)),
  );
}

const upperCased = <Names extends object>(names: Names): Names =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, name.toUpperCase()])) as Names;

function decoration({ sections }: Radar, { sectors, rings, labels, radius }: Layout): Html[] {
  return [
    ...sectors.flatMap((sector) => rings.map((ring) => cell(sector, ring))),
    ...labels.map((label) => element('text', { class: 'ring-name', y: label.y, dy: '0.35em' }, text(label.text))),
    ...sectors.map((sector) => title(sector, sections[sector.section] ?? '', radius)),
  ];
}

const pathOf = arc<{ from: number; to: number; inner: number; outer: number }>()
  .startAngle(({ from }) => from)
  .endAngle(({ to }) => to)
  .innerRadius(({ inner }) => inner)
  .outerRadius(({ outer }) => outer)
  .digits(2);

const cell = (sector: Sector, ring: Ring): Html =>
  element('path', { class: `hue s${sector.section} cell ${ring.ring}`, d: pathOf({ ...sector, ...ring }) ?? '' });

/** Along the rim, as large as there is room; on the lower half the other way round, so that no name stands on its head. */
function title({ section, from, to }: Sector, name: string, radius: number): Html {
  const middle = (from + to) / 2;
  const isLow = Math.cos(middle) < -0.01;
  const distance = radius + (isLow ? rim * 0.78 : rim * 0.38);
  const room = ((to - from) * distance - 8) / titleSize.letter;
  const size = Math.max(titleSize.least, Math.min(titleSize.most, room / name.length));
  const shown = name.length * size > room ? `${name.slice(0, Math.max(room / size - 1, 1)).trimEnd()}…` : name;
  const ends = isLow ? { from: to, to: from } : { from, to };
  return all([
    element('path', { id: `rim-${section}`, class: 'rim', d: lineOf(ends, distance) }),
    element(
      'text',
      { class: `hue s${section} section-name`, 'font-size': size.toFixed(1) },
      element('textPath', { href: `#rim-${section}`, startOffset: '50%' }, text(shown)),
    ),
  ]);
}

/** A part of a circle as a line; in two steps, since a full circle would be none. */
function lineOf({ from, to }: { from: number; to: number }, radius: number): string {
  const at = (angle: number) => `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`;
  const by = `A${radius} ${radius} 0 0 ${to > from ? 1 : 0}`;
  return `M${at(from)}${by} ${at((from + to) / 2)}${by} ${at(to)}`;
}

function blipOf({ entry, x, y, radius }: Blip, isFirst: boolean, radar: Radar, said: TextsOfRadarPage): Html {
  const name = spokenName(entry, radar.sections[entry.section] ?? '', radar.isCounted, said);
  return element(
    'g',
    {
      ...{ class: classes('hue', `s${entry.section}`, 'blip', ...looksOf(entry, radar)) },
      ...{ role: 'button', tabindex: isFirst ? 0 : -1, 'aria-label': name, 'aria-haspopup': 'dialog' },
      ...{ 'data-entry': entry.number, 'data-section': entry.section, transform: `translate(${x} ${y})` },
    },
    shape(isAgainst(entry), radius),
    element('text', { dy: '0.35em', 'aria-hidden': 'true' }, text(entry.number)),
  );
}

/** A diamond whose corners reach as far as the circle. */
export const shape = (diamond: boolean, radius: number): Html =>
  diamond
    ? element('path', { class: 'shape', d: symbol(symbolDiamond2, (radius / 0.62625) ** 2).digits(2)() ?? '' })
    : element('circle', { class: 'shape', r: radius });

/** Where nothing was counted, nothing looks unused. */
export const looksOf = (entry: Blip['entry'], { isCounted }: Radar): string[] => [
  entry.uses.count || !isCounted ? 'used' : 'unused',
  ...(isAgainst(entry) ? ['against'] : []),
];
