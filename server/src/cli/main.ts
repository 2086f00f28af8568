import { Command, Option } from 'commander';
import { type Bundled, bundledCatalog } from '../core/catalog/bundled';
import type { Locale } from '../core/model';
import { checkPaths } from './check';
import { counts, formats } from './formats';

const failed = 2;

interface CheckOptions {
  readonly format: string;
  readonly hints: boolean;
  readonly locale: Locale;
}

/** Runs the command line; sets the exit code: 0 nothing at warning or above, 1 findings, 2 could not run. */
export async function main(argv: readonly string[], bundled: Bundled, version: string): Promise<void> {
  const program = new Command('stack-guidance')
    .description('The recommended stack, checked where dependencies are written.')
    .version(version)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : failed));
  program
    .command('check')
    .description('check package.json, Terraform and Helm files')
    .argument('[paths...]', 'files and directories', ['.'])
    .addOption(new Option('--format <format>', 'how to print the report').choices(Object.keys(formats)).default('text'))
    .addOption(new Option('--locale <locale>', 'language of the messages').choices(['en', 'fr']).default('en'))
    .option('--hints', 'show hints as well', false)
    .action((paths: string[], options: CheckOptions) => runCheck(paths, options, bundled));
  program.command('lsp').description('start the language server').option('--stdio', 'speak over stdin and stdout');
  await program.parseAsync([...argv]);
}

async function runCheck(
  paths: readonly string[],
  { format, hints, locale }: CheckOptions,
  bundled: Bundled,
): Promise<void> {
  try {
    const report = await checkPaths(paths, bundledCatalog(bundled, locale), process.cwd());
    process.stdout.write(`${formats[format]?.(report, { hints })}\n`);
    const { error, warning } = counts(report.findings);
    process.exitCode = error + warning > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(`stack-guidance: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = failed;
  }
}
