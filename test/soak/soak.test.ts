import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Guidance } from '../../server/src/core/guidance/guidance';
import { residentMemory } from '../bench/memory';
import { randomFrom } from '../bench/random';
import { partSeeds } from '../fuzz/partSeeds';
import { kindsWithSeeds } from '../fuzz/seeds';
import { type Folder, makeFolder } from '../support/commandLine';
import { pulling, type Session, startSession } from '../support/languageServer';
import { answersOf, assertAnswers } from './answers';
import type { Copy } from './edits';
import { expectedOf, guidanceOf } from './expected';
import { type Traffic, trafficOn } from './traffic';

const operations = Number(process.env.SOAK_OPERATIONS ?? 2000);
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31);
/** The texts are right, and the memory is looked at, so many times. */
const checkpoints = operations > 10_000 ? 20 : 4;
/** A short run ends before the engine has seen a reason to clear up. */
const growth = { factor: 1.15, megabytes: operations > 10_000 ? 25 : 80 };

const configurations = [
  'stack: docs/stack.md\n',
  'stack: docs/stack.md\nseverity: { technologies: { mysql: hint } }\n',
];
const stackOf = (database: string) =>
  `| Component | Technology | Why |\n|---|---|---|\n| Relational database | ${database} | We know it |\n| Message broker | Kafka | |\n`;
const stacks = [stackOf('PostgreSQL'), stackOf('MariaDB / PostgreSQL')];

/** Long enough to be read in parts, where files of a kind are. */
const longOf = (kind: string, seed: string) => partSeeds[kind]?.repeat(60) ?? seed;

describe('A server under an editor that never rests', () => {
  let folder: Folder;
  let session: Session;
  let traffic: Traffic;
  const random = randomFrom(seed);
  const uriOf = (path: string) => pathToFileURL(join(folder.root, path)).toString();
  const own = { configuration: '', document: '' };
  const memory: number[] = [];
  let copies: Copy[] = [];

  before(async () => {
    folder = makeFolder();
    folder.write('.git/HEAD', '');
    folder.write('.stack-guidance.yaml', configurations[0] ?? '');
    folder.write('docs/stack.md', stacks[0] ?? '');
    // Two of each kind, each in a folder of its own: nothing around them counts.
    copies = [0, 1].flatMap((round) =>
      kindsWithSeeds.map(({ kind, path: name, seed }, at) => {
        const path = `d${round}/${at}/${name}`;
        return { uri: uriOf(path), path, seed: round === 0 ? seed : longOf(kind.id, seed), document: undefined };
      }),
    );
    session = await startSession(pulling, 'en', uriOf('.'));
    traffic = trafficOn(session, copies, random);
  });
  after(() => folder.remove());

  /** Writes what the organisation wants, first with a mistake that is gone in the next moment. */
  function govern(at: number): void {
    own.configuration = configurations[at % 2] ?? '';
    own.document = stacks[(at >> 1) % 2] ?? '';
    const isFirst = at === 0;
    for (const [path, text] of [
      ['.stack-guidance.yaml', own.configuration],
      ['docs/stack.md', own.document],
    ] as const) {
      if (isFirst) session.open(uriOf(path), text);
      session.change(uriOf(path), { text: text.slice(0, text.length >> 1) });
      session.change(uriOf(path), { text: `${text}\n\`` });
      session.change(uriOf(path), { text });
    }
  }

  async function checkAll(): Promise<void> {
    const guidance = guidanceOf(own.configuration, own.document);
    assert.ok(guidance);
    await governed(guidance);
    for (const { path, uri, document } of copies) {
      if (!document) assert.deepEqual(await session.pull(uri), []);
      if (!document) continue;
      const text = document.getText();
      const offsets = [random.below(text.length + 1), random.below(text.length + 1), text.length];
      const expected = expectedOf(path, text, guidance);
      await assertAnswers(answersOf(session, document), expected, offsets).catch((error) => {
        throw new Error(`SOAK_SEED=${seed} ${path}\n${JSON.stringify(text)}\n${error.message}`);
      });
    }
  }

  /** What the organisation wrote is read beside the answers: asks until it counts. */
  async function governed(guidance: Guidance): Promise<void> {
    const text = '{ "dependencies": { "mysql2": "1", "mariadb": "1" } }';
    const document = TextDocument.create(uriOf('d9/package.json'), 'json', 1, text);
    const expected = expectedOf('d9/package.json', text, guidance)?.diagnostics ?? [];
    const { diagnostics } = answersOf(session, document);
    session.open(document.uri, text);
    let told = await diagnostics();
    for (let round = 0; round < 5000 && told.join() !== expected.join(); round++) told = await diagnostics();
    assert.deepEqual(told, expected);
    session.close(document.uri);
  }

  it(`answers right after ${operations} edits, opens and closes`, async function () {
    this.timeout(0);
    for (let at = 0; at < checkpoints; at++) {
      govern(at);
      for (let step = 0; step < operations / checkpoints; step++) await traffic.step();
      await traffic.settled();
      await checkAll();
      await closeAll();
      memory.push(residentMemory(session.process.pid));
    }
    const { edits, opens, closes, requests, cancelled } = traffic.counts;
    const said = `${edits} edits, ${opens} opens, ${closes} closes, ${requests} requests, ${cancelled} cancelled`;
    console.log(`      ${said}; MB: ${memory.map(Math.round).join(' ')}`);
  });

  it('has the memory that it had after the warm-up', () => {
    const quarter = Math.ceil(memory.length / 4);
    const [warm, last] = [median(memory.slice(quarter, 2 * quarter)), median(memory.slice(-quarter))];
    assert.ok(last <= warm * growth.factor + growth.megabytes, memory.join(' '));
  });

  it('has nothing to complain of, and ends', async () => {
    assert.equal(await session.stop(), 0);
    assert.deepEqual(session.log, []);
    assert.deepEqual(session.errors, []);
  });

  async function closeAll(): Promise<void> {
    for (const copy of copies) {
      if (copy.document) session.close(copy.uri);
      copy.document = undefined;
    }
    assert.deepEqual(await session.pull(copies[0]?.uri ?? ''), []);
  }
});

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
