import { CommanderError } from 'commander';
import type { CheckOptions } from '../../server/src/cli/options';
import { programOf } from '../../server/src/cli/program';
import type { Locale } from '../../server/src/core/model';

/** What the real parser makes of a command line; nothing is run. */
export interface Parsed {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly options?: CheckOptions;
  readonly output: string;
  readonly exitCode: number;
}

export async function parsed(argv: readonly string[], locale: Locale = 'en'): Promise<Parsed> {
  let output = '';
  let found: Pick<Parsed, 'command' | 'args' | 'options'> = {};
  const keep = (command: string) => async (args: readonly string[], options: object) => {
    found = { command, args, options: { ...options } as CheckOptions };
  };
  const commands = {
    ...{ check: keep('check'), merge: keep('merge') },
    explain: (asked: string) => keep('explain')([asked], {}),
    import: (file: string, options: object) => keep('import')([file], options),
    export: (options: object) => keep('export')([], options),
    report: keep('report'),
    mcp: (options: object) => keep('mcp')([], options),
  };
  const program = programOf(commands, locale, '0');
  const write = (text: string) => {
    output += text;
  };
  for (const one of [program, ...program.commands]) one.configureOutput({ writeOut: write, writeErr: write });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return { ...found, output, exitCode: 0 };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { ...found, output, exitCode: error.exitCode };
  }
}
