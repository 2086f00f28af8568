import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { bundledIndex } from '../../server/src/core/catalog/bundled';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { completionMarkdown } from '../../server/src/core/features/completion';
import { hover } from '../../server/src/core/features/hover';
import { documentHover } from '../../server/src/core/features/stackDocument';
import { compileGuidance } from '../../server/src/core/guidance/guidance';
import { readOwnKnowledge } from '../../server/src/core/guidance/ownTechnologies';
import type { Locale } from '../../server/src/core/model';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { compileGlob } from '../../server/src/core/policy/glob';
import { bundled } from '../support/bundled';
import { sourceOf } from '../support/findings';

/** What somebody may write in order to bring a link, an image, HTML or a command into a hover. */
const nasty = [
  '[x](command:evil)',
  '![x](https://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:evil">x</a>',
  '<command:evil>',
  '<https://evil.example>',
  'https://evil.example/x www.evil.example/x a@evil.example',
  '[x]: command:evil',
  '[x][y]',
  '`]`(command:evil)',
  '\\[x\\](command:evil)',
  '\\\\[x](command:evil)',
  '&lbrack;x&rbrack;&lpar;command:evil&rpar;',
  '** [x](command:evil) **',
  '# x',
  '===',
  '1. x',
  '$(alert) \u202egro.live',
];
const addresses = [
  'https://acme.example)[x](command:evil',
  'https://acme.example/)![x](https://evil.example/pixel.png',
  'https://acme.example/"onmouseover="x',
  'https://acme.example/<script>',
  'https://acme.example/\\',
  'https://acme.example/`x`',
  'https://acme.example/]',
];

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** Nothing but links to the site of the technology, and nothing that an editor would make a link by itself. */
function assertHarmless(markdown: string | undefined, ...hosts: string[]): void {
  assert.ok(markdown, 'there is a hover');
  const nodes = nodesOf(fromMarkdown(markdown));
  const types = new Set(nodes.map(({ type }) => type));
  for (const type of ['html', 'image', 'imageReference', 'linkReference', 'definition', 'heading'])
    assert.ok(!types.has(type), `${type} in ${markdown}`);
  for (const { url } of nodes)
    if (url !== undefined)
      assert.ok(
        hosts.some((host) => url.startsWith(`https://${host}`)),
        `${url} in ${markdown}`,
      );
  const prose = markdown.replace(/\]\(https:[^\s)]*\)/g, ']').replace(/`[^`]*`/g, '');
  assert.doesNotMatch(prose, /https?:|command:|www\.|\w@\w|\p{Bidi_Control}/u);
}

const quoted = (value: string) => JSON.stringify(value);
const technology = (name: string, homepage: string, docs = homepage) =>
  `id: acme-store\nname: ${quoted(name)}\nroles: [relational-database]\nhomepage: ${quoted(homepage)}\ndocs: ${quoted(docs)}\nidentifiers: { npm: ["@acme/store"] }\n`;
const cell = (value: string) => value.replaceAll('|', '\\|');

/** All that an organisation can write, with a text in each place. */
function guided(value: string, homepage = 'https://acme.example', locale: Locale = 'en') {
  const configuration = `stack: stack.md\nexceptions:\n  - { technology: acme-store, reason: ${quoted(value)}, owner: ${quoted(value)}, ticket: ${quoted(value)} }\n`;
  const document = `# ${value}\n\n## ${value}\n\n| Component | Technology | Why |\n|---|---|---|\n| Relational database | MySQL | ${cell(value)} |\n`;
  const reading = compileGuidance(
    {
      configuration: { uri: 'file:///.stack-guidance.yaml', text: configuration },
      document: { uri: 'file:///stack.md', text: document },
      technologies: [{ uri: 'file:///.stack-guidance/technologies/a.yaml', text: technology(value, homepage) }],
    },
    bundled,
    locale,
    '2026-11-23',
  );
  assert.ok(reading.guidance, JSON.stringify(reading.files.flatMap(({ findings }) => findings)));
  return { ...reading.guidance, document };
}

describe('Texts of others in a hover @all', () => {
  const text = '{"dependencies":{"@acme/store":"1","mysql2":"1"}}';
  const source = sourceOf('package.json', text);

  for (const value of nasty)
    it(`are shown as text: ${value}`, () => {
      for (const locale of ['en', 'fr'] as const) {
        const { catalog, configuration } = guided(value, undefined, locale);
        const policy = { configuration, path: 'package.json', today: '2026-11-23' };
        const own = hover(source, text.indexOf('@acme'), catalog, policy)?.markdown;
        assertHarmless(own, 'acme.example');
        assertHarmless(
          hover(source, text.indexOf('mysql2'), catalog, policy)?.markdown,
          'mysql.com',
          'www.mysql.com',
          'dev.mysql.com',
        );
        const reference = { ecosystem: 'npm', name: '@acme/store', technology: 'acme-store' } as const;
        assertHarmless(completionMarkdown(reference, catalog, []), 'acme.example');
        const page = '| Component | Technology |\n|---|---|\n| Relational database | acme-store |\n';
        const stack = readStackDocument(page);
        for (const word of ['Relational', 'acme-store'])
          assertHarmless(documentHover(page, page.indexOf(word), stack, catalog)?.markdown, 'acme.example');
      }
    });

  for (const address of addresses)
    it(`lead to the site and nowhere else: ${address}`, () => {
      const { catalog } = guided('Acme', address);
      assertHarmless(hover(source, text.indexOf('@acme'), catalog)?.markdown, 'acme.example');
      const page = '| Component | Technology |\n|---|---|\n| Relational database | acme-store |\n';
      const markdown = documentHover(page, page.indexOf('acme-store'), readStackDocument(page), catalog)?.markdown;
      assertHarmless(markdown, 'acme.example');
    });

  it('have no address but one of https', () => {
    for (const address of ['http://acme.example', 'command:evil', 'javascript:alert(1)', 'file:///etc/hosts', 'data:x'])
      assert.equal(readOwnKnowledge([technology('Acme', address)], bundled.knowledge).technologies.length, 0, address);
  });

  it('are no commands in the editor either: nothing in the client trusts them', () => {
    const client = readFileSync('dist/client.js', 'utf8');
    assert.doesNotMatch(client, /\.isTrusted\s*=\s*(true|!0)|\.supportHtml\s*=\s*(true|!0)/);
  });
});

/** Quadratic time would be minutes. */
const seconds = 5;

function quick<Result>(run: () => Result): Result {
  const start = performance.now();
  const result = run();
  assert.ok(performance.now() - start < seconds * 1000, `${performance.now() - start} ms`);
  return result;
}

describe('Bombs @all', () => {
  const many = 100_000;
  const laughs = `a0: &a0 [lol]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]\n`).join('')}exceptions: *a30\n`;
  const bombs: Readonly<Record<string, string>> = {
    laughs,
    brackets: `stack: ${'['.repeat(many)}`,
    'closed brackets': `stack: ${'['.repeat(many)}${']'.repeat(many)}`,
    braces: `stack: ${'{a: '.repeat(many)}`,
    dashes: `stack:\n${'- '.repeat(many)}`,
    questions: '? '.repeat(many),
    anchors: `stack: ${'&b '.repeat(20_000)}`,
    'errors in one line': `stack: [${'} '.repeat(20_000)}`,
    keys: `zzz:\n${Array.from({ length: 20_000 }, (_, at) => `  k${at}: v\n`).join('')}`,
    'ten megabytes': `stack: ${'x'.repeat(10_000_000)}`,
  };
  for (const [name, content] of Object.entries(bombs)) {
    it(`in a configuration are told in time: ${name}`, () => {
      const { problems } = quick(() => readConfiguration(content));
      assert.ok(problems.length);
      assert.doesNotMatch(problems[0]?.what ?? '', /call stack/);
    });
    it(`in a technology are told in time: ${name}`, () => {
      const { technologies, problems } = quick(() => readOwnKnowledge([content], bundled.knowledge));
      assert.ok(problems[0]?.length);
      assert.deepEqual(technologies, []);
    });
  }

  it('a key that stands twice is still told', () => {
    const [problem] = readConfiguration('stack: a.md\nstack: b.md\n').problems;
    assert.deepEqual([problem?.what, problem?.span], ['Map keys must be unique', { start: 12, end: 17 }]);
  });

  const row = '\n\n| Component | Technology |\n|---|---|\n| SQL | MySQL |\n';
  const documents: Readonly<Record<string, string>> = {
    stars: '*a**b '.repeat(20_000),
    underscores: '_a __b'.repeat(20_000),
    quotes: '> '.repeat(many),
    lists: '- '.repeat(many),
    brackets: '['.repeat(20_000),
    'lists in lists': Array.from({ length: 400 }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''),
  };
  for (const [name, content] of Object.entries(documents))
    it(`in a stack document leave its rows: ${name}`, () => {
      assert.deepEqual(
        quick(() => readStackDocument(`${content}${row}`)).rows.map(({ technology: { value } }) => value),
        ['MySQL'],
      );
    });

  it('in front matter are texts like any other', () => {
    const front = `---\n${laughs}title: &x ${'['.repeat(many)}\n---\n`;
    assert.equal(quick(() => readStackDocument(front + row)).rows.length, 1);
  });

  const governedBy = (content: string) => {
    const [configuration, document] = [
      { uri: 'file:///c', text: 'stack: s.md' },
      { uri: 'file:///s.md', text: content },
    ];
    return compileGuidance({ configuration, document, technologies: [] }, bundled, 'en', '2026-11-23');
  };

  it('as a stack document are not read', () => {
    assert.ok(bundledIndex(bundled));
    const sql = '| SQL | MySQL |\n';
    for (const [content, most] of [
      ['a\n\n', 3_000_000],
      ['word ', 60_000],
      ['# a\n', 5001],
      ['|', 40_001],
      ['[a](b), ', 10_001],
      [sql, 2000],
    ] as const) {
      const { guidance, files } = quick(() => governedBy(`${row}${content.repeat(most)}`));
      assert.equal(guidance, undefined, content);
      assert.match(files[0]?.findings[0]?.message ?? '', /s\.md cannot be read, is too large, or/);
    }
    assert.equal(governedBy(`${row}${sql.repeat(1999)}`).guidance?.catalog.recommendations.length, 2000);
  });

  const inCell = (content: string) => `${row}| SQL | ${content} |\n`;
  const words = Array.from({ length: 1900 }, (_, at) => (at * 7919).toString(36));
  const slow: Readonly<Record<string, string>> = {
    'labels in a paragraph': `${row}\n${'[a][ '.repeat(12_000)}`,
    'labels on lines': `${row}\n${'[a][ a | [a][\n'.repeat(4000)}`,
    'labels in no table': `${row}\na | b\n|-|\n${'[a][ a | [a][\n'.repeat(4000)}`,
    'labels below a row': `${row}# a | b\n${'[a][ a | [a][\n'.repeat(4000)}`,
    'labels in a cell': inCell('[a][ '.repeat(12_000)),
    'links that do not end': inCell('[a](b '.repeat(12_000)),
    'names in a cell': inCell('Kafka/'.repeat(30_000)),
    'unknown technologies': words
      .map((word) => inCell(`x${word}`).slice(row.length))
      .reduce((all, one) => all + one, row),
    'unknown components': words.reduce((all, word) => `${all}| x${word} y | MySQL |\n`, row),
    stars: inCell('*a**b '.repeat(6000)),
  };
  for (const [name, content] of Object.entries(slow))
    it(`in a stack document are told in time: ${name}`, () => {
      const { guidance } = quick(() => governedBy(content));
      assert.equal(guidance?.catalog.recommendations[0]?.technology, 'MySQL');
    });
});

describe('Globs', () => {
  const paths = ['a/b/c', 'a', '.github/x.yml', 'x.tf', 'm/x.tf', 'legacy/a/package.json', '(a)/b', 'a-1/x'];
  const globs: Readonly<Record<string, readonly string[]>> = {
    '**': paths,
    '*': ['a', 'x.tf'],
    '**/*.tf': ['x.tf', 'm/x.tf'],
    '{legacy,m}/**': ['m/x.tf', 'legacy/a/package.json'],
    'a/**': ['a/b/c', 'a'],
    'a/*/c': ['a/b/c'],
    './x.t?': ['x.tf'],
    '.github/**': ['.github/x.yml'],
    '\\(a\\)/b': ['(a)/b'],
    'a-[0-9]/*': ['a-1/x'],
    '[!a]*': ['x.tf'],
    '!**/x*': ['a/b/c', 'a', 'legacy/a/package.json', '(a)/b'],
    '**/{a,b/{c,d}}': ['a/b/c', 'a'],
  };
  for (const [glob, expected] of Object.entries(globs))
    it(`are what people know: ${glob}`, () =>
      assert.deepEqual(
        paths.filter((path) => compileGlob(glob)?.(path)),
        expected,
      ));

  const refused = ['', '*(*(*(a)))', '+(a|aa)+', '@(a*)b', '(a+)+b', '{a,b}'.repeat(30), 'a[', 'a{b', 'a\\', '{1..9}'];
  for (const glob of [...refused, 'a'.repeat(501), '('.repeat(400)])
    it(`are told where they are none: ${glob.slice(0, 30)}`, () =>
      assert.equal(readConfiguration(`paths: [{ glob: ${quoted(glob)} }]`).problems.length, 1));

  const costly = ['*a'.repeat(200), '**/a/'.repeat(90), '*{a,aa,aaa}*{a,aa}*{a,aa}*b', '*([a]*)b', '?'.repeat(400)];
  const long = ['a'.repeat(4000), 'a/'.repeat(2000), `${'a'.repeat(4000)}!`];
  for (const glob of costly)
    it(`take no time: ${glob.slice(0, 30)}`, () => {
      for (const path of long) quick(() => compileGlob(`${glob}b`)?.(path));
    });
});
