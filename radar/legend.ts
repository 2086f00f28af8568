import type { Radar } from '../server/src/core/model/radar';
import { shape } from './drawing';
import { element, type Html, text } from './html';
import { isAgainst } from './sectors';
import type { TextsOfRadarPage } from './texts';

/** How much there is on a radar, and of what sort. */
export function summary({ entries, sections, isCounted }: Radar, opens: boolean, said: TextsOfRadarPage): Html {
  const named = new Set(entries.filter(({ ring }) => ring !== 'outside').map((entry) => entry.technology));
  const used = entries.filter(({ uses }) => uses.count > 0);
  const against = used.filter(isAgainst);
  const counted = [said.inUse(sizeOf(used)), ...(against.length ? [said.notRecommended(sizeOf(against))] : [])];
  const facts = [said.summary(named.size, sections.length), ...(isCounted ? counted : [said.notCounted])];
  const button = element('button', { type: 'button', id: 'check' }, text(said.check));
  return element('p', { class: 'summary' }, text(facts.join(' · ')), ...(opens && !isCounted ? [button] : []));
}

const sizeOf = (entries: Radar['entries']) => new Set(entries.map(({ technology }) => technology)).size;

/** How each ring and each sign is to be read. */
export function legend(radar: Radar, said: TextsOfRadarPage): Html {
  const there = new Set(radar.entries.map(({ ring }) => ring));
  const rings = Object.entries(said.rings).filter(([ring]) => there.has(ring as keyof typeof said.rings));
  const signs = [
    ...(radar.isCounted ? (['used', 'often', 'unused'] as const) : []),
    ...(radar.entries.some(isAgainst) ? (['against'] as const) : []),
  ];
  return element(
    'section',
    { class: 'legend', 'aria-label': said.legend },
    element('ul', {}, ...signs.map((name) => element('li', {}, signOf(name), text(said.signs[name])))),
    element(
      'ul',
      {},
      ...rings.map(([ring, name]) =>
        element(
          'li',
          {},
          element('strong', {}, text(said.defined(name))),
          text(` ${said.meanings[ring as keyof typeof said.rings]}`),
        ),
      ),
    ),
  );
}

function signOf(name: keyof TextsOfRadarPage['signs']): Html {
  const look = name === 'unused' ? 'unused' : `used${name === 'against' ? ' against' : ''}`;
  const circles =
    name === 'often'
      ? [element('circle', { class: 'shape', r: 5, cx: -6 }), element('circle', { class: 'shape', r: 9, cx: 10 })]
      : [shape(name === 'against', 8)];
  return element(
    'svg',
    {
      class: `sign plain ${look}`,
      viewBox: name === 'often' ? '-12 -10 32 20' : '-10 -10 20 20',
      'aria-hidden': 'true',
    },
    ...circles,
  );
}
