import assert from 'node:assert/strict';
import { isInside } from '../../radar/cell';
import { layoutOf } from '../../radar/layout';
import { radarPageTexts } from '../../radar/texts';
import { radarOf } from '../../server/src/core/features/radar';
import type { Radar } from '../../server/src/core/model';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { manifest } from '../support/commandLine';
import { inventedRadar, radarUsing, shown, used } from '../support/radars';

const { en, fr } = bundledCatalogs;

/** Two sections, of which one has no heading. */
const stack = catalogOf(
  [
    '# Ours',
    '',
    '| Component | Technology | Justification | Ring |',
    '|---|---|---|---|',
    '| Event bus | Kafka/Pulsar | Replay | |',
    '| Event bus | RabbitMQ | Phased out | hold |',
    '| Key-value store | Redis | Fast | trial |',
    '',
    '## Web',
    '',
    '| Component | Technology | Justification | Ring |',
    '|---|---|---|---|',
    '| Web frontend | React + TypeScript | Typing | |',
    '| State management | Redux Toolkit | | assess |',
  ].join('\n'),
);

describe('The radar of a stack', () => {
  it('has its sections in the order of the document, and its rings from the inside out', () => {
    assert.deepEqual(shown(radarOf(stack)), [
      'Ours: adopt Apache Kafka',
      'Ours: adopt Apache Pulsar',
      'Ours: trial Redis',
      'Ours: hold RabbitMQ',
      'Web: adopt React',
      'Web: adopt TypeScript',
      'Web: assess Redux Toolkit',
    ]);
  });

  it('says of each entry what it is for, why, and where the document says so', () => {
    const [kafka, , , rabbitmq] = radarOf(stack).entries;
    assert.deepEqual(kafka, {
      ...{ number: 1, technology: 'kafka', name: 'Apache Kafka', homepage: 'https://kafka.apache.org' },
      ...{ section: 0, ring: 'adopt', isRecommended: true },
      rows: [{ role: 'Event bus', technology: 'Kafka/Pulsar', justification: 'Replay', line: 5 }],
      uses: { count: 0, places: [] },
    });
    assert.deepEqual([rabbitmq?.isRecommended, rabbitmq?.rows[0]?.line], [false, 6]);
  });

  it('tells what is in use, and puts outside what is used though something else is recommended', () => {
    const radar = radarUsing(stack, { 'package.json': manifest('kafkajs', 'amqplib', 'nats', 'svelte', 'mysql2') });
    assert.deepEqual(
      shown(radar).filter((one) => one.includes('×')),
      ['Ours: adopt Apache Kafka ×1', 'Ours: hold RabbitMQ ×1', 'Ours: outside NATS ×1', 'Web: outside Svelte ×1'],
    );
    const svelte = radar.entries.find(({ technology }) => technology === 'svelte');
    assert.deepEqual(
      svelte?.rows.map(({ role, technology }) => [role, technology]),
      [['Web frontend', 'React + TypeScript']],
    );
  });

  it('counts a variant as what the document names, and what serves several as the one that it recommends', () => {
    const ours = catalogOf(
      documentOf('Orchestration | Kubernetes | standard', 'Relational database | CockroachDB | x'),
    );
    const files = { 'main.tf': 'resource "aws_eks_cluster" "a" {}\n', 'package.json': manifest('pg') };
    assert.deepEqual(shown(radarUsing(ours, files)), ['Section: adopt Kubernetes ×1', 'Section: adopt CockroachDB ×1']);
  });

  it('counts nothing that proves nothing', () => {
    const ours = catalogOf(documentOf('API client | Apollo | x'));
    assert.deepEqual(shown(radarUsing(ours, { 'package.json': manifest('axios') })), ['Section: adopt Apollo']);
  });

  it('proposes nothing that is dead upstream: outside where it is used, and nowhere else', () => {
    const dead = (radar: Radar) => shown(radar).filter((one) => one.includes('web3'));
    assert.deepEqual(dead(radarOf(en)), []);
    const radar = radarOf(en, used({ web3js: 2 }));
    assert.deepEqual(dead(radar), ['Blockchain & Web3: outside web3.js ×2']);
    const entry = radar.entries.find(({ name }) => name === 'web3.js');
    assert.match(entry?.deprecated ?? '', /archived|sunset|maintain/i);
    assert.deepEqual(
      entry?.rows.map((row) => row.technology),
      ['ethers.js'],
    );
  });

  it('knows whether uses were counted', () => {
    assert.deepEqual([radarOf(stack).isCounted, radarOf(stack, new Map()).isCounted], [false, true]);
  });

  it('is nothing where the document is', () => {
    const { sections, entries } = radarOf(catalogOf('# Nothing\n'));
    assert.deepEqual([sections, entries], [[], []]);
  });
});

/** What of a layout is not as it should be. */
function faults(radar: Radar): string[] {
  const { blips, sectors, rings } = layoutOf(radar, radarPageTexts[radar.locale].rings);
  const strays = blips.filter(({ entry, ...circle }) => {
    const sector = sectors.find(({ section }) => section === entry.section);
    const ring = rings.find((one) => one.ring === entry.ring);
    return !sector || !ring || !isInside(circle, sector, ring);
  });
  const touching = blips.flatMap((one, at) =>
    blips
      .slice(at + 1)
      .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius + 1)
      .map((other) => `${one.entry.number} touches ${other.entry.number}`),
  );
  const missing = blips.length === radar.entries.length ? [] : ['some are missing'];
  return [...strays.map(({ entry }) => `${entry.number} is not in its place`), ...touching, ...missing];
}

describe('The layout of a radar @all', () => {
  const uses = used({ postgresql: 40, kafka: 12, react: 7, mysql: 5, rabbitmq: 3, mobx: 1, kyverno: 1 });
  const radars: Readonly<Record<string, Radar>> = {
    'the bundled stack': radarOf(en, uses),
    'the bundled stack in French': radarOf(fr, uses),
    'a small stack': radarOf(stack, used({ nats: 2, kafka: 1 })),
    'one entry': inventedRadar([1]),
    'one section': inventedRadar([12, 3, 0, 4, 5]),
    'two sections': inventedRadar([2, 0, 7], [1, 1, 1, 1, 1]),
    'sections of very different sizes': inventedRadar([60, 10], [1], [0, 0, 0, 1], [3, 0, 0, 0, 9]),
    'many sections': inventedRadar(...Array.from({ length: 16 }, (_, at) => [at % 5, 1, at % 3, 1, at % 2])),
    'three hundred technologies': inventedRadar(...Array.from({ length: 8 }, () => [20, 8, 5, 3, 2])),
  };
  for (const [name, radar] of Object.entries(radars))
    it(`puts each blip in its sector and ring, and none over another: ${name}`, () =>
      assert.deepEqual(faults(radar), []));

  it('is nothing for nothing', () => assert.deepEqual(layoutOf(inventedRadar(), radarPageTexts.en.rings).blips, []));

  it('is the same each time', () => {
    const places = () => layoutOf(radarOf(en, uses), radarPageTexts.en.rings).blips.map(({ x, y }) => [x, y]);
    assert.deepEqual(places(), places());
  });

  it('shows by its size how often something is used', () => {
    const { blips } = layoutOf(radarOf(en, uses), radarPageTexts.en.rings);
    const radii = ['patroni', 'react', 'kafka', 'postgresql'].map(
      (id) => blips.find(({ entry }) => entry.technology === id)?.radius ?? 0,
    );
    assert.deepEqual(
      radii,
      [...new Set(radii)].sort((a, b) => a - b),
    );
  });

  it('has the sections of the first half on the left, from top to bottom', () => {
    const { sectors } = layoutOf(radarOf(en), radarPageTexts.en.rings);
    assert.deepEqual(
      sectors.map(({ side }) => side),
      ['left', 'left', 'left', 'left', 'right', 'right', 'right', 'right'],
    );
    const heights = sectors.slice(0, 4).map(({ from, to }) => Math.cos((from + to) / 2));
    assert.deepEqual(
      heights,
      heights.toSorted((a, b) => b - a),
    );
  });
});
