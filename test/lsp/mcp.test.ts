import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { bin, type Folder, makeFolder, manifest } from '../support/commandLine';

interface Told {
  readonly text: string;
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what it is made of is what is tested
  readonly data: any;
}

describe('stack-guidance mcp', () => {
  let folder: Folder;
  let client: Client;
  let errors: Error[];

  const connect = (...options: string[]) => connectWith({}, ...options);

  async function connectWith(env: Record<string, string>, ...options: string[]): Promise<void> {
    errors = [];
    client = new Client({ name: 'test', version: '1' });
    client.onerror = (error) => errors.push(error);
    const args = [bin, 'mcp', ...options];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, env, cwd: folder.root }));
    // The client checks what is answered against the schemas that it was told.
    await client.listTools();
  }

  async function call(name: string, asked: Record<string, unknown> = {}): Promise<Told> {
    const { content, isError, structuredContent } = await client.callTool({ name, arguments: asked });
    assert.ok(Array.isArray(content) && content[0]?.type === 'text');
    return { text: content[0].text, isError: isError === true, data: structuredContent };
  }

  beforeEach(async () => {
    folder = makeFolder();
    await connect();
  });
  afterEach(async () => {
    await client.close();
    folder.remove();
    assert.deepEqual(errors, []);
  });

  it('lists its tools, all of which only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['recommend', 'verdict', 'snippet', 'stack'],
    );
    for (const { annotations, inputSchema, outputSchema, title, description } of tools) {
      assert.deepEqual([annotations?.readOnlyHint, annotations?.openWorldHint], [true, false]);
      assert.ok(inputSchema && outputSchema && title && description);
    }
    assert.equal(client.getServerVersion()?.name, 'stack-guidance');
    assert.match(client.getInstructions() ?? '', /recommended technology stack/);
  });

  it('recommends for a need', async () => {
    const { text, data } = await call('recommend', { need: 'file of messages, a message queue' });
    assert.match(text, /^Event Bus: Kafka\/Pulsar \[adopt\]/);
    assert.deepEqual(
      data.rows[0].technologies.map(({ id }: { id: string }) => id),
      ['kafka', 'pulsar'],
    );
  });

  it('judges a name', async () => {
    const { text, data } = await call('verdict', { identifier: 'npm:mysql2' });
    assert.match(text, /^warning \(not-recommended\) npm:mysql2: MySQL \(mysql2\) is not recommended/);
    assert.equal(data.verdicts[0].recommended[0].insert[0].name, 'pg');
    const unknown = await call('verdict', { identifier: 'left-pad' });
    assert.deepEqual([unknown.isError, unknown.data.verdicts[0].opinion], [false, 'unknown']);
  });

  it('judges a file, as check does', async () => {
    folder.write('api/package.json', manifest('mysql2', 'pg', 'amqplib'));
    const { data } = await call('verdict', { path: 'api/package.json' });
    const { findings } = JSON.parse(folder.run(['check', '--format', 'json']).stdout);
    assert.equal(findings.length, 2);
    assert.deepEqual(
      data.verdicts.map(({ place, message }: { place: object; message: string }) => ({ ...place, message })),
      findings.map(({ line, column, endLine, endColumn, message }: Record<string, unknown>) => ({
        ...{ line, column, endLine, endColumn, message },
      })),
    );
  });

  it('judges a text, by its path or its kind', async () => {
    const { data, text } = await call('verdict', { path: 'new/package.json', text: manifest('mysql2') });
    assert.deepEqual([data.kind, data.verdicts[0].place.line], ['package-json', 3]);
    assert.match(text, /^new\/package\.json: 1 finding\.\n3:6 warning/);
    const terraform = await call('verdict', { path: 'terraform', text: 'resource "aws_mq_broker" "a" {}\n' });
    assert.equal(terraform.data.kind, 'terraform');
  });

  it('writes a snippet', async () => {
    const { data } = await call('snippet', { technology: 'Kafka', kind: 'package.json' });
    assert.match(data.text, /^"@confluentinc\/kafka-javascript": "\^/);
  });

  it('shows the whole stack', async () => {
    const { text, data } = await call('stack');
    assert.equal(data.rows.length, 48);
    assert.match(text, /^# Recommended Technology Stack\n\n## Cloud Infrastructure\n- Cloud Provider: /);
  });

  it('says what is wrong with what is asked', async () => {
    folder.write('notes.txt', 'mysql2\n');
    for (const [name, asked, message] of [
      ['recommend', {}, /Invalid arguments for tool recommend.* need/s],
      ['recommend', { need: ' ' }, /Invalid arguments.* need/s],
      ['recommend', { need: 'x'.repeat(501) }, /Invalid arguments.* need/s],
      ['verdict', { identifier: 7 }, /Invalid arguments.* identifier/s],
      ['verdict', {}, /^Say what is to be judged/],
      ['verdict', { path: '../package.json' }, /^\.\.\/package\.json is outside of the project/],
      ['verdict', { path: '/etc/passwd' }, /^\/etc\/passwd is outside of the project/],
      ['verdict', { path: 'package.json' }, /^cannot read package\.json: ENOENT$/],
      ['verdict', { path: 'notes.txt' }, /^notes\.txt is not a file that is checked$/],
      [
        'snippet',
        { technology: 'MySQL', kind: 'terraform' },
        /^There is no snippet of MySQL .+ Recommended: PostgreSQL/,
      ],
      ['nothing', {}, /Tool nothing not found/],
    ] as const) {
      const { isError, text } = await call(name, asked);
      assert.deepEqual([isError, message.test(text)], [true, true], `${name}: ${text}`);
    }
  });

  it("follows the organisation's stack and policy, as they are at the moment", async () => {
    folder.write('package.json', manifest('mysql2', 'pg'));
    folder.write('stack.md', '# Ours\n\n| Component | Technology |\n|---|---|\n| SQL | MySQL |\n');
    folder.write('.stack-guidance.yaml', 'stack: stack.md\n');
    assert.match((await call('recommend', { need: 'SQL' })).text, /^SQL: MySQL \[adopt\]\n- MySQL /);
    assert.equal((await call('stack')).text, '# Ours\n\n## Ours\n- SQL: MySQL [adopt]');
    const { data } = await call('verdict', { path: 'package.json' });
    assert.deepEqual([data.verdicts.length, data.verdicts[0].identifier], [1, 'npm:pg']);
    folder.write(
      '.stack-guidance.yaml',
      'stack: stack.md\nexceptions: [{ identifier: "npm:pg", reason: until May }]\n',
    );
    const excepted = (await call('verdict', { path: 'package.json' })).data;
    assert.deepEqual([excepted.verdicts.length, excepted.excepted], [0, 1]);
    folder.write('.stack-guidance.yaml', 'stack: gone.md\n');
    const broken = await call('stack');
    assert.ok(broken.isError);
    assert.match(broken.text, /^\.stack-guidance\.yaml:1: /);
  });

  it('speaks French', async () => {
    await client.close();
    await connect('--locale', 'fr');
    const { tools } = await client.listTools();
    assert.equal(tools[3]?.title, 'La stack recommandée');
    assert.match(
      (await call('recommend', { need: 'courtier de messages' })).text,
      /^Bus d'Événements : .+ \[adopter\]/,
    );
    assert.match((await call('verdict', {})).text, /^Préciser/);
  });

  it('is about the project that the README says how to give', async () => {
    const section = /## AI assistants\n(.+?)\n## /s.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    const blocks = [...section.matchAll(/```json\n(.+?)```/gs)].map(([, json]) => JSON.parse(json ?? ''));
    assert.equal(blocks.length, 3);
    for (const { servers, mcpServers } of blocks) {
      const { command, args } = (servers ?? mcpServers)['stack-guidance'];
      assert.equal(
        [command, ...args.slice(0, 4)].join(' '),
        `npx -y stack-guidance mcp${args[3] ? ' --directory' : ''}`,
      );
    }
    folder.write('shop/package.json', manifest('mysql2'));
    await client.close();
    await connect('--directory', 'shop');
    assert.equal((await call('verdict', { path: 'package.json' })).data.verdicts.length, 1);
    const { status, stderr } = folder.run(['mcp', '--directory', 'gone']);
    assert.deepEqual([status, stderr], [2, 'stack-guidance: cannot read gone: ENOENT\n']);
  });

  it('writes nothing but the protocol, and ends with its input', async () => {
    const child = spawn(process.execPath, [bin, 'mcp'], { cwd: folder.root, stdio: 'pipe' });
    const written = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (chunk) => (written[stream] += chunk));
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } };
    const asked = [
      { id: 1, method: 'initialize', params },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params: { name: 'verdict', arguments: { identifier: 'mysql2' } } },
    ];
    child.stdin.end(`${asked.map((one) => JSON.stringify({ jsonrpc: '2.0', ...one })).join('\n')}\nno JSON\n`);
    assert.equal(await new Promise((resolve) => child.once('close', resolve)), 0);
    const lines = written.stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).id),
      [1, 2],
    );
    assert.equal(written.stderr, '');
  });

  it('starts nothing, writes nothing, and reads nothing outside of the project, not even by a link', async () => {
    const [outside, log] = [makeFolder(), join(folder.root, 'sealed.log')];
    outside.write('package.json', manifest('mysql2'));
    symlinkSync(join(outside.root, 'package.json'), join(folder.root, 'package.json'));
    folder.write('api/package.json', manifest('mysql2'));
    await client.close();
    const sealed = { NODE_OPTIONS: `--require ${JSON.stringify(resolve('test/support/sealed.cjs'))}`, SEALED_LOG: log };
    try {
      await connectWith(sealed);
      assert.match((await call('verdict', { path: 'package.json' })).text, /^package\.json is outside of the project/);
      assert.equal((await call('verdict', { path: 'api/package.json' })).data.verdicts.length, 1);
      for (const [name, asked] of [
        ['recommend', { need: 'cache' }],
        ['snippet', { technology: 'Kafka', kind: 'terraform' }],
        ['stack', {}],
      ] as const)
        assert.equal((await call(name, asked)).isError, false);
    } finally {
      outside.remove();
    }
    const recorded = folder.read('sealed.log').trim().split('\n');
    const ours = [folder.root, resolve('dist'), resolve('package.json')].map((path) => `read ${path}`);
    assert.deepEqual(
      recorded.filter((line) => !ours.some((one) => line.startsWith(one))),
      [],
    );
  });

  it('is a bundle of its own, which nothing else loads', () => {
    for (const name of ['cli', 'check', 'server', 'guidance', 'client'])
      assert.ok(!readFileSync(`dist/${name}.js`, 'utf8').includes('tools/call'), name);
  });
});
