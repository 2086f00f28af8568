import assert from 'node:assert/strict';
import { type BackstageRadar, backstageRadar } from '../../server/src/cli/radar/backstage';
import { asMarkdown, beginningOf, plainText } from '../../server/src/cli/radar/cell';
import { readRadar } from '../../server/src/cli/radar/read';
import { stackFrom } from '../../server/src/cli/radar/stackMarkdown';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentFindings } from '../../server/src/core/features/stackDocument';
import type { Locale } from '../../server/src/core/model';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { text } from '../support/findings';

const { en, fr } = bundledCatalogs;

/** The document that a radar makes; a radar is text, or is written as JSON. */
function imported(radar: string | object, catalog = en) {
  const read = readRadar(typeof radar === 'string' ? radar : JSON.stringify(radar));
  assert.ok(read, 'it is no radar');
  return stackFrom(read, catalog);
}

/** The rows of its tables, and the items of the list at its end. */
const rowsOf = (markdown: string) => markdown.split('\n').filter((line) => /^(\| (?!Comp|---)|- )/.test(line));

const findingsIn = (markdown: string, catalog = en) =>
  documentFindings(markdown, readStackDocument(markdown), catalog).map(({ message }) => message);

describe('A radar of any text', () => {
  it('is read whatever its descriptions are nested in', () => {
    const description = '>'.repeat(100_000);
    const { markdown } = imported([{ name: 'Redis', ring: 'adopt', quadrant: 'Caches', description }]);
    assert.match(markdown, /Redis/);
  });
});

describe('A radar of Backstage', () => {
  // The sample of the plugin, shortened: workspaces/tech-radar/plugins/tech-radar-common/src/
  // sampleTechRadarResponse.json of https://github.com/backstage/community-plugins
  const sample = {
    quadrants: [
      { id: 'infrastructure', name: 'Infrastructure' },
      { id: 'frameworks', name: 'Frameworks' },
    ],
    rings: [
      { id: 'adopt', name: 'ADOPT', color: '#5BA300' },
      { id: 'trial', name: 'TRIAL', color: '#009EB0' },
      { id: 'assess', name: 'ASSESS', color: '#C7BA00' },
      { id: 'hold', name: 'HOLD', color: '#E09B96' },
    ],
    entries: [
      {
        ...{ key: 'react', id: 'react', title: 'React', quadrant: 'frameworks' },
        links: [{ url: 'https://reactjs.org/', title: 'Learn more' }],
        description: 'Excepteur **sint** occaecat.\n\n```ts\nconst x = "3";\n```\n',
        timeline: [{ moved: 0, ringId: 'adopt', date: '2020-08-06T00:00:00.000Z' }],
      },
      {
        ...{ key: 'github-actions', id: 'github-actions', title: 'GitHub Actions', quadrant: 'infrastructure' },
        timeline: [
          { ringId: 'trial', date: '2020-07-05T00:00:00.000Z', description: 'older' },
          { ringId: 'hold', date: '2020-08-06T00:00:00.000Z', description: 'newer' },
        ],
      },
      {
        ...{ key: 'mob-programming', id: 'mob-programming', title: 'Mob Programming', quadrant: 'frameworks' },
        timeline: [{ moved: 1, ringId: 'assess', date: '2020-08-06T00:00:00.000Z' }],
      },
    ],
  };

  it('becomes a stack document', () => {
    const { markdown, notes } = imported(sample);
    assert.equal(
      markdown,
      text`
        # Technology stack

        ## Frameworks

        | Component | Technology | Ring | Justification |
        | --- | --- | --- | --- |
        | Web frontend | React | adopt | Excepteur sint occaecat. const x = "3"; |

        ## Infrastructure

        | Component | Technology | Ring | Justification |
        | --- | --- | --- | --- |
        | CI/CD | GitHub Actions | hold | newer |

        ## Not recognised

        No recommendation: what is not known, has no role or ring, is on hold in one form alone, or stands above already.

        - **Mob Programming** (Frameworks, ASSESS)`,
    );
    assert.deepEqual(notes, ['1 of the radar is not recognised: see the end of the document']);
    assert.deepEqual(findingsIn(markdown), []);
  });

  it('is read in its older shapes', () => {
    const old = {
      quadrants: sample.quadrants,
      rings: [{ id: 'use', name: 'USE' }, ...sample.rings.slice(1)],
      entries: [
        { id: 'redis', title: 'Redis', quadrant: { id: 'infrastructure', name: 'Infra' }, ring: 'use', moved: 0 },
      ],
    };
    assert.deepEqual(rowsOf(imported(old).markdown), ['| Key-value store | Redis | adopt |  |']);
    const zalando = {
      quadrants: [{ name: 'Datastores' }],
      rings: [{ name: 'ADOPT' }, { name: 'HOLD' }],
      entries: [{ label: 'MySQL', quadrant: 0, ring: 1, moved: 0, active: true, link: '' }],
    };
    assert.deepEqual(rowsOf(imported(zalando).markdown), ['| Relational database | MySQL | hold |  |']);
  });

  it('is written in French', () => {
    const { markdown } = imported(sample, fr);
    assert.match(markdown, /\n\| Composant \| Technologie \| Anneau \| Justification \|\n/);
    assert.deepEqual(rowsOf(markdown), [
      '| Frontend web | React | adopter | Excepteur sint occaecat. const x = "3"; |',
      '| CI/CD | GitHub Actions | suspendre | newer |',
      '- **Mob Programming** (Frameworks, ASSESS)',
    ]);
    assert.deepEqual(findingsIn(markdown, fr), []);
  });
});

describe('A radar built by oneself', () => {
  const header = 'name,ring,quadrant,isNew,description\n';

  it('is read as CSV in any order and case, with a mark and line ends of Windows', () => {
    for (const csv of [
      `${header}Kafka,assess,platforms,TRUE,"fast, and ""durable"""\n`,
      '\uFEFFQuadrant;Status;Ring ;Name;Description\r\nplatforms;new;Assess;Kafka;"fast, and ""durable"""\r\n\r\n',
      'ring\tname\tquadrant\tdescription\nASSESS\tKafka\tplatforms\t"fast, and ""durable"""\textra\n',
      JSON.stringify([
        { Name: 'Kafka', ring: 'Assess', quadrant: 'platforms', isNew: 'TRUE', description: 'fast, and "durable"' },
      ]),
    ])
      assert.deepEqual(rowsOf(imported(csv).markdown), ['| Event bus | Kafka | assess | fast, and "durable" |']);
  });

  it('has descriptions that no table can hold, and names that are not known', () => {
    const csv = `${header}${[
      'Kafka,adopt,platforms,FALSE,"<p>See <a href=""https://example.com"">it</a> &amp; **bold** `a|b`</p>\n\n<ul><li>one</li><li>two</li></ul>"',
      '"Canary | <b>builds</b>\nand [more](x)",trial,platforms,FALSE,"a\n\n| b | c |\n|---|---|\n"',
    ].join('\n')}\n`;
    const { markdown } = imported(csv);
    assert.deepEqual(rowsOf(markdown), [
      '| Event bus | Kafka | adopt | See it & bold a\\|b one two |',
      '- **Canary \\| builds and more** (platforms, trial): a \\| b \\| c \\| \\|---\\|---\\|',
    ]);
    assert.deepEqual(findingsIn(markdown), []);
  });

  it('has rings of its own, which are told by their place', () => {
    const csv = `${header}Kafka,Ta i bruk,a,FALSE,\nRedis,Prøv ut,a,FALSE,\nNeo4j,Vurder,a,FALSE,\nMySQL,Avvent,a,FALSE,\n`;
    const { markdown, notes } = imported(csv);
    assert.deepEqual(
      rowsOf(markdown).map((row) => row.split(' | ')[2]),
      ['adopt', 'trial', 'assess', 'hold'],
    );
    assert.deepEqual(notes[1], 'the ring Prøv ut is read as trial; its name is not known');
  });

  it('has entries without a ring, or with one of their own', () => {
    assert.deepEqual(rowsOf(imported(`${header}Kafka,adopt,a,FALSE,\nRedis,,a,FALSE,\n`).markdown), [
      '| Event bus | Kafka | adopt |  |',
      '- **Redis** (a)',
    ]);
    const entries = [{ title: 'Kafka', quadrant: 'a', ring: 'x' }];
    const { markdown, notes } = imported({ rings: [{ id: 'use' }, { id: 'hold' }], quadrants: [], entries });
    assert.deepEqual(rowsOf(markdown), ['| Event bus | Kafka | assess |  |']);
    assert.deepEqual(notes, ['the ring x is read as assess; its name is not known']);
  });

  it('has at most one row for a technology in a role, and none for a form or a version that is on hold', () => {
    const csv = `${header}Redis 5,hold,a,FALSE,old\nNode.js (LTS only),hold,a,FALSE,\nPostgres,adopt,a,FALSE,good\nPostgreSQL,hold,a,FALSE,bad\n`;
    const { markdown, notes } = imported(csv);
    assert.deepEqual(rowsOf(markdown), [
      '| Relational database | Postgres | adopt | good |',
      '- **Redis 5** (a, hold): old',
      '- **Node.js (LTS only)** (a, hold)',
      '- **PostgreSQL** (a, hold): bad',
    ]);
    assert.deepEqual(notes, ['3 of the radar are not recognised: see the end of the document']);
    assert.deepEqual(findingsIn(markdown), []);
  });

  it('says which of several roles were chosen: that of the stack in force first, then that of the quadrant', () => {
    const csv = `${header}Rust,adopt,Smart contracts,FALSE,\nElasticsearch,adopt,Journaux,FALSE,\n`;
    const stack = catalogOf(documentOf('Blockchain Core | Rust | fast'));
    const { markdown, notes } = imported(csv, stack);
    assert.deepEqual(
      rowsOf(markdown).map((row) => row.split(' | ').slice(0, 2)),
      [
        ['| Blockchain core', 'Rust'],
        ['| Logs', 'Elasticsearch'],
      ],
    );
    assert.match(notes[0] ?? '', /Rust \(Blockchain core\)/);
  });
});

describe('What is no radar', () => {
  for (const content of [
    ...[
      '',
      '{',
      '[]',
      '{}',
      'null',
      '[1]',
      'a,b\n1,2',
      'name\tring',
      '# Stack\n',
      '{"entries":[]}',
      '{"entries":[{}]}',
    ],
    ...['name,ring,quadrant\n"a,b,c', '[{"name":"x"}]', '{"entries":7}'],
  ])
    it(`is told from one: ${JSON.stringify(content)}`, () => assert.equal(readRadar(content), undefined));
});

describe('A text from a radar', () => {
  it('is the same text in a document', () => {
    for (const name of [
      'a|b',
      'C++',
      'C#',
      '_x_ *y* `z`',
      'AT&T &amp; co',
      '[a](b)',
      '<b>',
      'a\\|b\\',
      '~~no~~',
      'ink!',
    ]) {
      const markdown = `| Component | Technology |\n|---|---|\n| X | ${asMarkdown(name)} |`;
      assert.equal(readStackDocument(markdown).rows[0]?.technology.value, name);
    }
  });

  it('is without its marks', () => {
    assert.equal(
      plainText('<p>One<br/>two</p><!-- three --># four\n\n1. five\n2. **six** <scr<b>ipt>'),
      'One two four five six <script>',
    );
    assert.equal(plainText('a < b && c > d'), 'a < b && c > d');
    assert.equal(plainText('&lt;b&gt; ![alt](x) [link](y)'), '<b> alt link');
  });

  it('ends with a sentence where it is long', () => {
    assert.equal(beginningOf('One. Two three.', 10), 'One.');
    assert.equal(beginningOf('One two three', 9), 'One two…');
    assert.equal(beginningOf('One.', 9), 'One.');
  });

  it('is read in linear time', () => {
    const started = performance.now();
    for (const part of ['<', '<p ', '</', '1 ', '. ', '|', '&'])
      readRadar(JSON.stringify([{ name: part.repeat(50_000), ring: 'a', quadrant: 'b' }]));
    for (const part of ['<', '<p ', '<!--', '. ']) beginningOf(plainText(part.repeat(20_000)), 240);
    assert.ok(performance.now() - started < 5_000);
  }).timeout(10_000);
});

describe('The stack as a radar of Backstage', () => {
  const exported = (catalog = en) => backstageRadar(catalog, '2026-11-23');

  it('has an entry for each technology', () => {
    const stack = catalogOf(documentOf('Event bus | Kafka/Pulsar | durable', 'SQL | MySQL | legacy | hold'));
    const { radar, leftOut } = exported(stack);
    assert.deepEqual(leftOut, []);
    assert.deepEqual(radar.quadrants, [{ id: 'section', name: 'Section' }]);
    assert.deepEqual(
      radar.entries.map(({ key, timeline: [{ ringId }] }) => [key, ringId]),
      [
        ['kafka', 'adopt'],
        ['pulsar', 'adopt'],
        ['mysql', 'hold'],
      ],
    );
    assert.deepEqual(radar.entries[2], {
      ...{ key: 'mysql', id: 'mysql', title: 'MySQL', quadrant: 'section', url: 'https://www.mysql.com' },
      description: 'legacy',
      timeline: [{ moved: 0, ringId: 'hold', date: '2026-11-23T00:00:00.000Z' }],
    });
  });

  it('has the shape that Backstage reads', () => {
    for (const catalog of Object.values(bundledCatalogs)) assert.deepEqual(mistakesIn(exported(catalog).radar), []);
  });

  it('leaves out what is dead, and names each quadrant once', () => {
    assert.deepEqual(exported().leftOut, ['web3.js']);
    const sections =
      '# S\n\n## Données\n\n| Component | Technology |\n|-|-|\n| SQL | MySQL |\n\n## données!\n\n| Component | Technology |\n|-|-|\n| Event bus | Kafka |\n';
    assert.deepEqual(
      exported(catalogOf(sections)).radar.quadrants.map(({ id }) => id),
      ['donnees', 'donnees-2'],
    );
  });

  for (const locale of ['en', 'fr'] as Locale[])
    it(`keeps every technology in its role when it is imported again (${locale})`, () => {
      const catalog = bundledCatalogs[locale];
      const { radar } = exported(catalog);
      const { markdown } = imported(radar, catalog);
      assert.deepEqual(findingsIn(markdown, catalog), []);
      const again = catalogOf(markdown, locale);
      for (const { id } of radar.entries) {
        const roles = catalog.byTechnology.get(id)?.map((row) => row.role);
        const [row] = again.byTechnology.get(id) ?? [];
        assert.ok(row && roles?.includes(row.role), id);
      }
    }).timeout(10_000);
});

/**
 * What of a radar Backstage would not read.
 *
 * Source: `TechRadarLoaderResponseParser` in workspaces/tech-radar/plugins/tech-radar-common/src/schema.ts of
 * https://github.com/backstage/community-plugins; ids are looked up as in plugins/tech-radar/src of the same.
 */
function mistakesIn(radar: BackstageRadar): string[] {
  const texts = (place: string, one: object, keys: readonly string[]) =>
    keys.filter((key) => typeof Reflect.get(one, key) !== 'string').map((key) => `${place}.${key}`);
  const [quadrants, rings] = [radar.quadrants, radar.rings].map((list) => list.map((one) => one.id as string));
  const keys = radar.entries.map((entry) => entry.key);
  return [
    ...radar.quadrants.flatMap((one) => texts('quadrant', one, ['id', 'name'])),
    ...radar.rings.flatMap((one) => texts('ring', one, ['id', 'name', 'color'])),
    ...radar.entries.flatMap((one) => texts(one.key, one, ['key', 'id', 'quadrant', 'title', 'url', 'description'])),
    ...keys.filter((key, at) => keys.indexOf(key) !== at),
    ...radar.entries.filter((one) => !quadrants?.includes(one.quadrant)).map((one) => `${one.key}: no quadrant`),
    ...radar.entries.flatMap(({ key, timeline }) =>
      timeline.flatMap(({ date, ringId, moved }) => [
        ...(Number.isNaN(Date.parse(date)) ? [`${key}: no date`] : []),
        ...(rings?.includes(ringId) ? [] : [`${key}: no ring`]),
        ...([-1, 0, 1].includes(moved) ? [] : [`${key}: moved`]),
      ]),
    ),
  ];
}
