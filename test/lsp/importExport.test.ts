import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Folder, makeFolder, manifest } from '../support/commandLine';

const csv =
  'name,ring,quadrant,isNew,description\nPostgreSQL,adopt,Data,TRUE,ours\nMySQL,hold,Data,FALSE,legacy\nScrum,adopt,Data,FALSE,\n';

describe('stack-guidance import and export', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('make a stack document that is in force at once', () => {
    folder.write('radar.csv', csv);
    const { status, stdout, stderr } = folder.run(['import', 'radar.csv', '--output', 'stack.md']);
    assert.deepEqual([status, stdout], [0, '']);
    assert.equal(stderr, '1 of the radar is not recognised: see the end of the document\n');
    assert.match(folder.read('stack.md'), /\n\| Relational database \| MySQL \| hold \| legacy \|\n/);
    folder.write('.stack-guidance.yaml', 'stack: stack.md\n');
    folder.write('package.json', manifest('mysql2'));
    const check = folder.run(['check']);
    assert.match(check.stdout, /MySQL \(mysql2\) is on hold for Relational database\./);
    assert.equal(check.status, 1);
    const { entries } = JSON.parse(folder.run(['export', '--date', '2026-11-23']).stdout);
    assert.deepEqual(
      entries.map((one: { key: string; timeline: object[] }) => [one.key, one.timeline[0]]),
      [
        ['postgresql', { moved: 0, ringId: 'adopt', date: '2026-11-23T00:00:00.000Z' }],
        ['mysql', { moved: 0, ringId: 'hold', date: '2026-11-23T00:00:00.000Z' }],
      ],
    );
  });

  it('are each the other way round', () => {
    const { stdout, stderr, status } = folder.run(['export', '--date', '2026-11-23']);
    assert.equal(status, 0);
    assert.match(stderr, /^left out, deprecated upstream: web3\.js\n8 sections; Backstage has room for four/);
    assert.equal(folder.run(['export', '--date', '2026-11-23']).stdout, stdout);
    folder.write('radar.json', stdout);
    const imported = folder.run(['import', 'radar.json', '--locale', 'fr']);
    assert.equal(imported.status, 0);
    assert.match(imported.stdout, /\n\| Bus d'événements \| Apache Kafka \| adopter \| /);
    assert.doesNotMatch(imported.stderr, /non reconnu/);
  });

  it('use today where they are told no date', () => {
    const day = () => new Date().toISOString().slice(0, 10);
    const days = [day(), JSON.parse(folder.run(['export']).stdout).entries[0].timeline[0].date.slice(0, 10), day()];
    assert.ok(days[0] === days[1] || days[1] === days[2]);
  });

  it('overwrite nothing unless they are told to', () => {
    folder.write('radar.csv', csv);
    folder.write('stack.md', 'mine\n');
    const refused = folder.run(['import', 'radar.csv', '--output', 'stack.md']);
    assert.deepEqual(refused, {
      status: 2,
      stdout: '',
      stderr: 'stack-guidance: stack.md is there already; --force overwrites it\n',
    });
    assert.equal(folder.read('stack.md'), 'mine\n');
    assert.equal(folder.run(['import', 'radar.csv', '--output', 'stack.md', '--force']).status, 0);
    assert.match(folder.read('stack.md'), /^# Technology stack\n/);
  });

  it('print what the README shows', () => {
    const readme = readFileSync('README.md', 'utf8');
    const description = '"<p>Reliable, <b>open source</b></p>"';
    folder.write(
      'radar.csv',
      [
        'name,ring,quadrant,isNew,description',
        `PostgreSQL,adopt,platforms,FALSE,${description}`,
        'MySQL,hold,platforms,FALSE,Licences | two forks',
        'Mob programming,trial,techniques,TRUE,',
      ].join('\n'),
    );
    const { stdout, stderr } = folder.run(['import', 'radar.csv']);
    assert.ok(readme.includes(`$ npx stack-guidance import radar.csv\n${stdout}${stderr}`));
    const [, shown = 'nothing'] = /\$ npx stack-guidance export --date 2026-11-23\n…\n(.+?)```/s.exec(readme) ?? [];
    assert.ok(folder.run(['export', '--date', '2026-11-23']).stdout.includes(shown));
  });

  it('say in one line what they cannot read', () => {
    folder.write('notes.md', '# Notes\n');
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    folder.write('radar.csv', csv);
    for (const [args, message] of [
      [['import', 'notes.md'], /^stack-guidance: notes\.md is no radar with entries, neither of .+\n$/],
      [['import', 'gone.csv', '--locale', 'fr'], /^stack-guidance: impossible de lire .+ENOENT\n$/],
      [['import', 'radar.csv'], /^stack-guidance: \.stack-guidance\.yaml:1: .*docs\/stack\.md.*\n$/],
      [['export'], /^stack-guidance: \.stack-guidance\.yaml:1: .+\n$/],
      [
        ['export', '--format', 'xml'],
        /^stack-guidance: option '--format <backstage>' argument 'xml' is invalid\..+\n$/,
      ],
    ] as const) {
      const { status, stdout, stderr } = folder.run(args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });
});
