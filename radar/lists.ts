import { type Radar, type RadarEntry, type RadarRow, radarRings } from '../server/src/core/model/radar';
import { looksOf, shape } from './drawing';
import { all, classes, element, type Html, text } from './html';
import { isAgainst, sectorsOf } from './sectors';
import { radarPageTexts, type TextsOfRadarPage } from './texts';

/** The lists beside the radar: the sections that are on its left, then those on its right. */
export function lists(radar: Radar): Html {
  const said = radarPageTexts[radar.locale];
  const onSide = (side: 'left' | 'right') =>
    sectorsOf(radar)
      .filter((sector) => sector.side === side)
      .map(({ section }) => sectionList(section, radar, said));
  return all((['left', 'right'] as const).map((side) => element('div', { class: `lists ${side}` }, ...onSide(side))));
}

function sectionList(section: number, radar: Radar, said: TextsOfRadarPage): Html {
  const entries = radar.entries.filter((entry) => entry.section === section);
  const rings = radarRings.filter((ring) => entries.some((entry) => entry.ring === ring));
  const isPlain = radar.entries.every(({ ring }) => ring === 'adopt' || ring === 'outside');
  return element(
    'section',
    { class: `hue s${section} section`, 'aria-labelledby': `section-${section}` },
    element('h2', { id: `section-${section}` }, text(radar.sections[section] ?? '')),
    ...rings.map((ring) =>
      all([
        ...(isPlain && ring === 'adopt' ? [] : [element('h3', {}, text(said.rings[ring]))]),
        element(
          'ul',
          {},
          ...entries
            .filter((entry) => entry.ring === ring)
            .map((entry) => item(entry, entries[0] === entry, radar, said)),
        ),
      ]),
    ),
  );
}

function item(entry: RadarEntry, isFirst: boolean, radar: Radar, said: TextsOfRadarPage): Html {
  const { count } = entry.uses;
  return element(
    'li',
    {},
    element(
      'button',
      {
        ...{ type: 'button', class: classes('entry', ...looksOf(entry, radar)), 'aria-haspopup': 'dialog' },
        ...{ 'data-entry': entry.number, 'data-section': entry.section, tabindex: isFirst ? 0 : -1 },
      },
      sign(entry),
      element('span', { class: 'name' }, text(entry.name)),
      ...(count ? [element('span', { class: 'count', 'aria-hidden': 'true' }, text(`×${count}`))] : []),
      ...(count ? [element('span', { class: 'spoken' }, text(`, ${said.used(count)}`))] : []),
    ),
  );
}

/** The blip of an entry, small. */
const sign = (entry: RadarEntry): Html =>
  element(
    'svg',
    { class: 'sign', viewBox: '-12 -12 24 24', 'aria-hidden': 'true' },
    shape(isAgainst(entry), 11),
    element('text', { dy: '0.35em' }, text(entry.number)),
  );

/** What is shown of each entry over the page, in a template of its own. */
export const cards = (radar: Radar, opens: boolean): Html =>
  all(radar.entries.map((entry) => element('template', { id: `card-${entry.number}` }, card(entry, radar, opens))));

function card(entry: RadarEntry, radar: Radar, opens: boolean): Html {
  const said = radarPageTexts[radar.locale];
  const { count } = entry.uses;
  const uses = count ? said.used(count) : said.unused;
  const facts = [radar.sections[entry.section] ?? '', said.rings[entry.ring], ...(radar.isCounted ? [uses] : [])];
  return all([
    element('h2', { id: 'card-title' }, text(entry.name)),
    element('p', { class: 'facts' }, text(facts.join(' · '))),
    ...(entry.deprecated
      ? [element('p', { class: 'warning' }, text(`${said.defined(said.deprecated)} ${entry.deprecated}`))]
      : []),
    ...entry.rows.map((row) => rowOf(entry, row, opens, said)),
    places(entry, opens, said),
    homepage(entry, said),
    element('p', { class: 'hint' }, text(said.details)),
  ]);
}

function rowOf({ ring, technology }: RadarEntry, row: RadarRow, opens: boolean, said: TextsOfRadarPage): Html {
  const what = ring === 'outside' ? `${said.defined(said.instead)} ${row.technology}` : row.technology;
  const line = text(said.line(row.line));
  const opening = { type: 'button', class: 'open', 'data-technology': technology, 'data-row': row.line };
  return element(
    'div',
    { class: 'row' },
    element('p', {}, element('strong', {}, text(row.role)), text(what && ` — ${what}`)),
    ...(row.justification ? [element('p', {}, text(row.justification))] : []),
    element('p', { class: 'more' }, opens ? element('button', opening, line) : line),
  );
}

/** In the editor each place is a button; a report only tells. */
function places({ technology, uses }: RadarEntry, opens: boolean, said: TextsOfRadarPage): Html {
  if (!uses.places.length) return all([]);
  const left = uses.count - uses.places.length;
  const items = uses.places.map(({ file, line }) => {
    const shown = text(`${file}:${line}`);
    const opening = {
      type: 'button',
      class: 'open',
      'data-technology': technology,
      'data-file': file,
      'data-line': line,
    };
    return element('li', {}, opens ? element('button', opening, shown) : element('code', {}, shown));
  });
  return element(
    'ul',
    { class: 'places more' },
    ...items,
    ...(left > 0 ? [element('li', {}, text(said.more(left)))] : []),
  );
}

/** An organisation's own technologies may have any text there. */
const homepage = ({ homepage: address }: RadarEntry, said: TextsOfRadarPage): Html =>
  /^https?:\/\//.test(address)
    ? element(
        'p',
        { class: 'more' },
        element('a', { href: address, target: '_blank', rel: 'noreferrer' }, text(said.homepage)),
      )
    : all([]);
