// Measures what scripts/bench.mjs has prepared: node bench.cjs <plan as JSON>. Prints the table, writes the figures as JSON.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureCommands } from './commands';
import type { Server } from './connection';
import { writeEdited } from './documents';
import { measureEditing } from './editing';
import { readmeTable, withTable } from './readme';
import { measureStarts } from './startup';
import { openRecorder } from './statistics';
import { rowsOf, tableOf } from './table';
import { names, programs, targets } from './targets';

/** What is measured, and with what; paths are absolute. */
interface Plan {
  readonly parts: readonly string[];
  readonly quick: boolean;
  readonly gate: boolean;
  /** An empty folder to work in. */
  readonly folder: string;
  readonly dist: string;
  readonly floor: string;
  readonly peakScript: string;
  /** The programs of the peers that are installed. */
  readonly peers: Readonly<Record<string, string>>;
  readonly analyser?: readonly string[];
  readonly outfile: string;
  /** The README whose table is to be written anew. */
  readonly readme?: string;
}

/** No peer may use the network. */
const yamlSettings = {
  yaml: {
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
  },
};

function serversOf({ dist, floor, peers }: Plan): Server[] {
  const { json, yaml } = peers;
  return [
    { name: programs.ours, args: [join(dist, 'cli.js'), 'lsp', '--stdio'] },
    { name: programs.floor, args: [floor, '--stdio'] },
    ...(json ? [{ name: programs.json, args: [json, '--stdio'] }] : []),
    ...(yaml ? [{ name: programs.yaml, args: [yaml, '--stdio'], settings: yamlSettings }] : []),
  ];
}

async function measured(plan: Plan) {
  const { parts, quick, folder, dist, analyser, peakScript } = plan;
  const recorder = openRecorder();
  const workspace = join(folder, 'workspace');
  const files = writeEdited(workspace);
  const rounds = quick ? 2 : 5;
  if (parts.includes('start')) await measureStarts(recorder, serversOf(plan), workspace, files, rounds);
  if (parts.includes('editing'))
    // The slowest hundredth differs from round to round by half: of five rounds the middle one does so by a fifth.
    await measureEditing(
      recorder,
      serversOf(plan),
      workspace,
      files,
      quick ? { rounds, share: 0.2 } : { rounds: 9, share: 1 },
    );
  if (parts.includes('size')) {
    const ours = ['server.js', 'protocol.js', 'features.js'].map((name) => join(dist, name));
    recorder.add(names.size, programs.ours, 0, kilobytesOf(ours));
    recorder.add(names.size, programs.floor, 0, kilobytesOf([plan.floor]));
  }
  if (parts.includes('check')) {
    const commands = { cli: join(dist, 'cli.js'), analyser, peakScript, services: quick ? 100 : 500 };
    measureCommands(recorder, commands, join(folder, 'trees'), quick ? 2 : 3);
  }
  return recorder.measures();
}

const kilobytesOf = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;

async function main(plan: Plan): Promise<void> {
  const measures = await measured(plan);
  const rows = rowsOf(targets, measures, programs.ours);
  console.log(`\n${tableOf(rows)}\n`);
  const missed = rows.filter(({ ok }) => ok === false);
  console.log(missed.length ? `${missed.length} of ${rows.length} rows miss their targets.` : 'All targets are met.');
  const machine = { node: process.version, platform: process.platform, cpus: cpus().length, model: cpus()[0]?.model };
  const figures = Object.fromEntries([...measures].map(([measure, of]) => [measure, Object.fromEntries(of)]));
  const report = { date: new Date().toISOString(), machine, quick: plan.quick, rows, figures };
  writeFileSync(plan.outfile, `${JSON.stringify(report, null, 2)}\n`);
  if (plan.readme) writeFileSync(plan.readme, withTable(readFileSync(plan.readme, 'utf8'), readmeTable(measures)));
  process.exitCode = plan.gate && missed.length ? 1 : 0;
}

void main(JSON.parse(process.argv[2] ?? '{}'));
