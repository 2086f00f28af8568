import assert from 'node:assert/strict';
import { merged } from '../../server/src/cli/merge';
import { readReport } from '../../server/src/cli/readReport';
import { exitCodeOf, type Report } from '../../server/src/cli/report';
import { texts } from '../../server/src/cli/texts';
import { finding, printed, report } from '../support/reports';
import { runOf } from '../support/sarif';

const exception = {
  kind: 'external',
  reason: 'until the {migration}',
  expires: '2027-03-31',
  owner: 'payments',
  ticket: 'OPS-12',
} as const;
const everything: Report = {
  files: 7,
  findings: [
    finding(),
    finding({ severity: 'error', message: 'See {{ .Values.image }} and [this](https://a.b/c).' }),
    finding({ severity: 'information', technology: null, role: null, recommended: [] }),
    finding({ file: 'my charts/é#1?.yaml', severity: 'hint', rule: 'missing-companion' }),
    finding({ file: '../other/main.tf', rule: 'deprecated' }),
  ],
  suppressed: [{ ...finding({ file: 'legacy/main.tf' }), exception }],
};

/** A file name and a message that would steer a terminal, or be a command to the runner of a CI. */
const steering = finding({
  file: 'a\n::error::b\n\x1b[2J/package.json',
  message: 'Own\r\n\u202e\u2028\x9b is not recommended.',
});

describe('--format text', () => {
  it('shows what cannot be seen', async () => {
    const [line, ...rest] = (await printed('text', report(steering))).split('\n');
    assert.equal(
      line,
      'a\\n::error::b\\n\\x1b[2J/package.json:3:6: warning: Own\\r\\n\\u202e\\u2028\\x9b is not recommended. (not-recommended)',
    );
    assert.deepEqual(rest, ['', '1 file checked: 1 warning']);
  });

  it('is a line for each finding and one that sums up', async () => {
    assert.equal(
      await printed('text', report(finding(), finding({ severity: 'hint' }))),
      'api/package.json:3:6: warning: MySQL is not recommended. (not-recommended)\n\n2 files checked: 1 warning, 1 hint (hints are shown with --hints)',
    );
  });

  it('speaks French', async () => {
    assert.equal(
      await printed('text', report(finding(), finding({ severity: 'hint' })), { texts: texts.fr }),
      'api/package.json:3:6: avertissement: MySQL is not recommended. (not-recommended)\n\n2 fichiers vérifiés : 1 avertissement, 1 indication (--hints montre les indications)',
    );
    assert.equal(await printed('text', report(), { texts: texts.fr }), '0 fichier vérifié : rien à dire');
  });
});

describe('--format github', () => {
  it('is a workflow command for each finding, from the root of the repository', async () => {
    const [first, second, ...rest] = (
      await printed('github', report(finding(), finding({ severity: 'information' })), { prefix: 'shop/' })
    ).split('\n');
    assert.equal(
      first,
      '::warning file=shop/api/package.json,line=3,endLine=3,col=6,endColumn=12,title=stack-guidance%3A not-recommended::MySQL is not recommended.',
    );
    assert.match(second ?? '', /^::notice /);
    assert.deepEqual(rest, ['2 files checked: 1 warning, 1 information']);
  });

  it('escapes what would end a property or the line', async () => {
    const [line] = (
      await printed('github', report(finding({ file: 'a,b:c%.tf', message: '100%: a,\r\n::error::b' })))
    ).split('\n');
    assert.match(line ?? '', /file=a%2Cb%3Ac%25\.tf,/);
    assert.match(line ?? '', /::100%25: a,%0D%0A::error::b$/);
  });
});

describe('--format github for what cannot be seen', () => {
  it('shows it, but for line ends, which the runner takes back', async () => {
    const [line] = (await printed('github', report(steering))).split('\n');
    assert.match(line ?? '', /file=a%0A%3A%3Aerror%3A%3Ab%0A\\x1b\[2J\/package.json,/);
    assert.match(line ?? '', /::Own%0D%0A\\u202e\\u2028\\x9b is/);
  });
});

describe('--format sarif', () => {
  it('has no links in its messages, and braces that are no placeholders', async () => {
    const evil = finding({ message: '[click](https://evil.example) uvicorn[standard] {0} \\{' });
    const text = await printed('sarif', report(evil));
    assert.equal(
      runOf(text).results?.[0]?.message.text,
      '[click\\](https://evil.example) uvicorn[standard] {{0}} \\{{',
    );
    const read = readReport(text);
    assert.deepEqual(read?.findings, [evil]);
    assert.deepEqual(merged([read, report()]).findings, [evil]);
  });

  it('is valid, with suppressed results and without', async () => {
    assert.equal(runOf(await printed('sarif', everything, { root: '/home/shop/' })).results?.length, 6);
    assert.equal(runOf(await printed('sarif', report())).results?.length, 0);
  });

  it('names the rules, with their section in the README, in the language that was chosen', async () => {
    const { driver } = runOf(await printed('sarif', report(), { texts: texts.fr, locale: 'fr' })).tool;
    const [rule] = driver.rules ?? [];
    assert.deepEqual([driver.name, driver.version], ['stack-guidance', '1.2.3']);
    assert.equal(rule?.id, 'not-recommended');
    assert.match(rule?.helpUri ?? '', /#not-recommended$/);
    assert.match(rule?.shortDescription?.text ?? '', /recommande autre chose/);
  });

  it('says level, region and fingerprint; columns are UTF-16', async () => {
    const run = runOf(await printed('sarif', everything, { root: '/home/shop/' }));
    const [first] = run.results ?? [];
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      run.results?.map((one) => one.level),
      ['warning', 'error', 'note', 'note', 'warning', 'warning'],
    );
    const { region } = first?.locations?.[0]?.physicalLocation ?? {};
    assert.deepEqual(region, { startLine: 3, startColumn: 6, endLine: 3, endColumn: 12 });
    assert.deepEqual(first?.partialFingerprints, {
      'stackGuidance/v1': 'api/package.json not-recommended mysql npm:mysql2 1',
    });
  });

  it('has relative addresses; what is outside of the directory has absolute ones', async () => {
    const run = runOf(await printed('sarif', everything, { root: '/home/shop/' }));
    const artifacts = run.results?.map((one) => one.locations?.[0]?.physicalLocation?.artifactLocation);
    assert.match(run.originalUriBaseIds?.['%SRCROOT%']?.uri ?? '', /^file:\/\/\/(.*\/)?home\/shop\/$/);
    assert.deepEqual(artifacts?.[0], { uri: 'api/package.json', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(artifacts?.[3], { uri: 'my%20charts/%C3%A9%231%3F.yaml', uriBaseId: '%SRCROOT%' });
    assert.match(artifacts?.[4]?.uri ?? '', /^file:\/\/\/(.*\/)?home\/other\/main\.tf$/);
    assert.equal(artifacts?.[4]?.uriBaseId, undefined);
  });

  it('says of every result whether it is suppressed, and why', async () => {
    const results = runOf(await printed('sarif', everything)).results ?? [];
    assert.deepEqual(
      results.map((one) => one.suppressions?.length),
      [0, 0, 0, 0, 0, 1],
    );
    const [suppression] = results.at(-1)?.suppressions ?? [];
    assert.equal(suppression?.kind, 'external');
    assert.equal(suppression?.justification, 'until the {migration}');
    assert.deepEqual(suppression?.properties, { expires: '2027-03-31', owner: 'payments', ticket: 'OPS-12' });
  });
});

describe('--format json', () => {
  for (const [what, one] of Object.entries({ everything, nothing: report() }))
    it(`is written as JSON.stringify does: ${what}`, async () => {
      const text = await printed('json', one);
      assert.equal(text, JSON.stringify(JSON.parse(text), null, 2));
    });
});

describe('A report that was printed', () => {
  it('is read back from JSON', async () => {
    assert.deepEqual(readReport(await printed('json', everything)), everything);
  });

  it('is read back from SARIF, with all that SARIF has no word for', async () => {
    assert.deepEqual(readReport(await printed('sarif', everything)), everything);
  });

  it('may come from an older version, without fingerprints', async () => {
    const { fingerprint: _, ...older } = finding();
    const text = JSON.stringify({ version: 1, summary: { files: 1 }, findings: [older] });
    assert.equal(readReport(text)?.findings[0]?.fingerprint, '');
  });

  for (const text of [
    '',
    '7',
    'null',
    '[]',
    '{}',
    '{"version":2,"summary":{"files":1},"findings":[]}',
    '{"version":1,"summary":{"files":1},"findings":[{}]}',
    '{"runs":7}',
    '{"runs":[{"tool":{"driver":{"name":"another"}},"results":[]}]}',
    '{"runs":[{"tool":{"driver":{"name":"stack-guidance"}},"results":[{}]}]}',
  ])
    it(`is not ${text || 'an empty file'}`, () => assert.equal(readReport(text), undefined));
});

describe('Reports of shards', () => {
  it('become one, in the order that one check has', () => {
    const shards = [
      report(finding({ file: 'b.tf' }), finding({ file: 'b.tf', line: 1 })),
      report(finding({ file: 'a.tf' })),
    ];
    const whole = merged([...shards, everything]);
    assert.equal(whole.files, 10);
    assert.deepEqual(
      merged(shards).findings.map(({ file, line }) => `${file}:${line}`),
      ['a.tf:3', 'b.tf:1', 'b.tf:3'],
    );
    assert.equal(whole.suppressed.length, 1);
  });

  it('fail together', () => {
    const warning = report(finding());
    const hint = report(finding({ severity: 'hint' }));
    assert.equal(exitCodeOf(merged([hint, hint])), 0);
    assert.equal(exitCodeOf(merged([hint, warning])), 1);
    assert.equal(exitCodeOf(merged([warning, warning]), 1), 1);
    assert.equal(exitCodeOf(merged([warning, warning]), 2), 0);
    assert.equal(exitCodeOf(report(finding({ severity: 'error' })), 9), 1);
  });
});
