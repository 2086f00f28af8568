import { CommanderError } from 'commander';
import type { Bundled } from '../core/catalog/bundled';
import type { ServeAssistant } from '../core/features/assistant';
import { runCheck } from './commands/check';
import type { Context } from './context';
import type { Commands } from './options';
import { plain } from './plain';
import { localeIn, programOf } from './program';
import { texts } from './texts';

const failed = 2;

/** Loads what speaks the protocol of assistants. */
export type LoadMcp = () => Promise<{ serveAssistant: ServeAssistant }>;

/** Runs the command line; sets the exit code: 0 nothing at warning or above, 1 findings, 2 could not run. */
export async function main(
  argv: readonly string[],
  bundled: Bundled,
  version: string,
  loadMcp: LoadMcp,
): Promise<void> {
  const locale = localeIn(argv);
  const context: Context = {
    ...{ bundled, version, locale, texts: texts[locale] },
    ...{ cwd: process.cwd(), environment: process.env, terminal: process.stderr },
    print: (text) => {
      for (const chunk of chunksOf(typeof text === 'string' ? [text] : text)) process.stdout.write(chunk);
    },
    say: (line) => process.stderr.write(`${plain(line)}\n`),
  };
  try {
    await programOf(commandsIn(context, loadMcp), locale, version).parseAsync([...argv]);
  } catch (error) {
    process.exitCode = failedWith(error, context);
  }
}

const chunkLength = 64 * 1024;

/** Pieces put together to what is worth writing, with a line end after the last. */
function* chunksOf(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}\n`;
}

/** Those that run less often are loaded when they are asked for. */
const commandsIn = (context: Context, loadMcp: LoadMcp): Commands => ({
  check: async (paths, options) => {
    process.exitCode = await runCheck(paths, options, context);
  },
  merge: async (reports, options) => {
    const { runMerge } = await import('./commands/merge');
    process.exitCode = await runMerge(reports, options, context);
  },
  explain: async (asked) => {
    const { runExplain } = await import('./commands/explain');
    process.exitCode = await runExplain(asked, context);
  },
  import: async (file, options) => {
    const { runImport } = await import('./commands/import');
    process.exitCode = await runImport(file, options, context);
  },
  export: async (options) => {
    const { runExport } = await import('./commands/export');
    process.exitCode = await runExport(options, context);
  },
  report: async (paths, options) => {
    const { runReport } = await import('./commands/report');
    process.exitCode = await runReport(paths, options, context);
  },
  mcp: async (options) => {
    const [{ assistantOf }, { serveAssistant }] = await Promise.all([import('./commands/mcp'), loadMcp()]);
    await serveAssistant(assistantOf(options, context), context);
  },
});

/** Commander has already said what it did not understand; asking for help is no failure. Each problem is a line. */
function failedWith(error: unknown, { say }: Context): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : failed;
  const lines = error instanceof AggregateError ? error.errors : [error];
  for (const [at, line] of lines.map(messageOf).entries()) say(at ? line : `stack-guidance: ${line}`);
  return failed;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
