import assert from 'node:assert/strict';
import { localeIn } from '../../server/src/cli/program';
import type { Locale } from '../../server/src/core/model';
import { parsed } from '../support/program';

const help = async (locale: Locale, ...args: string[]) => (await parsed([...args, '--help'], locale)).output;

describe('The command line', () => {
  it('is read', async () => {
    const { command, args, options } = await parsed(
      'check a b --format sarif --since origin/main --baseline x.json --max-warnings 3 --shard 2/4 --fix --hints'.split(
        ' ',
      ),
    );
    assert.deepEqual([command, args], ['check', ['a', 'b']]);
    assert.deepEqual(options, {
      ...{ format: 'sarif', since: 'origin/main', baseline: 'x.json', maxWarnings: 3, shard: { index: 2, total: 4 } },
      ...{ fix: true, hints: true, locale: 'en' },
    });
  });

  it('checks this directory in text, unless it is told otherwise', async () => {
    const { args, options } = await parsed(['check']);
    assert.deepEqual([args, options], [['.'], { format: 'text', hints: false, locale: 'en' }]);
  });

  it('is read for the commands that print no report', async () => {
    const read = async (line: string) => {
      const { command, args, options } = await parsed(line.split(' '));
      return [command, args, options];
    };
    assert.deepEqual(await read('explain package.json:3'), ['explain', ['package.json:3'], {}]);
    assert.deepEqual(await read('import radar.csv --output stack.md'), [
      'import',
      ['radar.csv'],
      { output: 'stack.md', force: false, locale: 'en' },
    ]);
    assert.deepEqual(await read('export --date 2026-11-23'), [
      'export',
      [],
      { format: 'backstage', date: '2026-11-23', locale: 'en' },
    ]);
  });

  it('prints a page of this directory, unless it is told otherwise', async () => {
    const { command, args, options } = await parsed(['report']);
    assert.deepEqual([command, args, options], ['report', ['.'], { format: 'html', locale: 'en' }]);
    const mcp = await parsed(['mcp', '--directory', 'shop', '--locale=fr']);
    assert.deepEqual([mcp.command, mcp.options], ['mcp', { directory: 'shop', locale: 'fr' }]);
    const told = await parsed('report a b --format html --output radar.html --config x.yaml'.split(' '));
    assert.deepEqual(
      [told.args, told.options],
      [['a', 'b'], { format: 'html', output: 'radar.html', config: 'x.yaml', locale: 'en' }],
    );
  });

  it('takes a ref that begins with a dash', async () => {
    assert.equal((await parsed(['check', '--since', '--output=x'])).options?.since, '--output=x');
  });

  for (const [line, english, french] of [
    [
      'chek',
      "unknown command 'chek'\n(Did you mean check?)",
      'commande inconnue « chek »\n(Vouliez-vous dire check ?)',
    ],
    [
      'check --fromat x',
      "unknown option '--fromat'\n(Did you mean --format?)",
      'option inconnue « --fromat »\n(Vouliez-vous dire --format ?)',
    ],
    ['check --since', "option '--since <ref>' argument missing", "il manque la valeur de l'option « --since <ref> »"],
    [
      'check --shard 0/0',
      "option '--shard <i/n>' argument '0/0' is invalid. It is written i/n, with i from 1 to n.",
      "valeur « 0/0 » invalide pour l'option « --shard <i/n> ». S'écrit i/n, avec i de 1 à n.",
    ],
    [
      'check --max-warnings -1',
      "option '--max-warnings <n>' argument '-1' is invalid. It is a whole number, 0 or more.",
      "valeur « -1 » invalide pour l'option « --max-warnings <n> ». Un nombre entier, 0 ou plus.",
    ],
    [
      'check --locale de',
      "option '--locale <en|fr>' argument 'de' is invalid. Allowed choices are en, fr.",
      "valeur « de » invalide pour l'option « --locale <en|fr> ». Choix possibles : en, fr.",
    ],
    [
      'export --date 2026-02-30',
      "option '--date <date>' argument '2026-02-30' is invalid. It is written YYYY-MM-DD.",
      "valeur « 2026-02-30 » invalide pour l'option « --date <date> ». S'écrit AAAA-MM-JJ.",
    ],
    ['import', "missing required argument 'file'", 'argument manquant « file »'],
    ['merge', "missing required argument 'reports'", 'argument manquant « reports »'],
    [
      'lsp --stdio x',
      "too many arguments for 'lsp'. Expected 0 arguments but got 1.",
      "trop d'arguments : 1 au lieu de 0",
    ],
  ] as const)
    it(`says what is wrong with: ${line}`, async () => {
      for (const [locale, message] of [
        ['en', english],
        ['fr', french],
      ] as const) {
        const { output, exitCode } = await parsed(line.split(' '), locale);
        assert.equal(output, `stack-guidance: ${message}\n`);
        assert.notEqual(exitCode, 0);
      }
    });

  it('explains itself in both languages', async () => {
    assert.match(await help('en', 'check'), /^Usage: .*--since <ref> +only what is/s);
    assert.match(await help('fr', 'check'), /^Utilisation : .*Options :.*--since <ref> +seulement les lignes/s);
    const commands = ['check', 'merge', 'explain', 'import', 'export', 'report', 'mcp'];
    const french = (await Promise.all([help('fr'), ...commands.map((one) => help('fr', one))])).join('');
    assert.doesNotMatch(french, /Usage|Commands|Arguments:|show|default/);
  });

  it('knows the language before it is parsed', () => {
    assert.equal(localeIn(['check', '--locale', 'fr']), 'fr');
    assert.equal(localeIn(['check', '--locale=fr']), 'fr');
    assert.equal(localeIn(['check', '--since', 'fr']), 'en');
  });
});
