import { Command, InvalidArgumentError, Option } from 'commander';
import type { Locale } from '../core/model';
import { isDate } from '../core/policy/date';
import { formats } from './formats';
import type {
  CheckOptions,
  Commands,
  ExportOptions,
  ImportOptions,
  McpOptions,
  ReportOptions,
  ReportPageOptions,
} from './options';
import { parseShard, type Shard } from './shard';
import { type TextsOfCli, texts } from './texts';

/**
 * The command line: what it takes, and what it says where it does not.
 *
 * @returns a program that throws a `CommanderError` where it would exit
 */
export function programOf(commands: Commands, locale: Locale, version: string): Command {
  const said = texts[locale];
  const program = configured(new Command('stack-guidance'), said)
    .description(said.help.program)
    .version(version, '-V, --version', said.help.version);
  addCheck(program, commands, said);
  addMerge(program, commands, said);
  addExplain(program, commands, said);
  addImport(program, commands, said);
  addExport(program, commands, said);
  addReport(program, commands, said);
  addMcp(program, commands, said);
  program.command('lsp').description(said.help.lsp).option('--stdio', said.help.stdio);
  return program;
}

/** The language is needed before the command line is parsed: help and mistakes are told in it too. */
export function localeIn(argv: readonly string[]): Locale {
  const at = argv.indexOf('--locale');
  return argv.includes('--locale=fr') || (at >= 0 && argv[at + 1] === 'fr') ? 'fr' : 'en';
}

/** Commands take these over when they are added. */
const configured = (program: Command, said: TextsOfCli): Command =>
  program
    .exitOverride()
    .helpOption('-h, --help', said.help.help)
    .helpCommand('help [command]', said.help.helpCommand)
    .configureHelp({
      styleTitle: (title) => said.titles[title] ?? title,
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    })
    .configureOutput({ outputError: (text, write) => write(`stack-guidance: ${problemText(text, said)}`) });

const problemText = (text: string, { commander }: TextsOfCli): string =>
  commander.reduce((message, [pattern, by]) => message.replace(pattern, by), text.replace(/^error: /, ''));

function addCheck(program: Command, commands: Commands, said: TextsOfCli): void {
  const { help } = said;
  withReportOptions(program.command('check').description(help.check).argument('[paths...]', help.paths, ['.']), said)
    .option('--config <file>', help.config)
    .option('--since <ref>', help.since)
    .option('--baseline <file>', help.baseline)
    .option('--write-baseline', help.writeBaseline)
    .option('--fix', help.fix)
    .addOption(new Option('--shard <i/n>', help.shard).argParser((value) => shard(value, said)))
    .action((paths: string[], options: CheckOptions) => commands.check(paths, options));
}

function addMerge(program: Command, commands: Commands, said: TextsOfCli): void {
  const merge = program.command('merge').description(said.help.merge).argument('<reports...>', said.help.reports);
  withReportOptions(merge, said).action((reports: string[], options: ReportOptions) =>
    commands.merge(reports, options),
  );
}

function addExplain(program: Command, commands: Commands, said: TextsOfCli): void {
  const explain = program.command('explain').description(said.help.explain);
  explain
    .argument('<name|file:line>', said.help.asked)
    .addOption(locale(said))
    .action((asked: string) => commands.explain(asked));
}

function addImport(program: Command, commands: Commands, said: TextsOfCli): void {
  const { help } = said;
  const command = program.command('import').description(help.import).argument('<file>', help.radar);
  command
    .option('--output <file>', help.output)
    .option('--force', help.force, false)
    .addOption(locale(said))
    .action((file: string, options: ImportOptions) => commands.import(file, options));
}

function addExport(program: Command, commands: Commands, said: TextsOfCli): void {
  const { help } = said;
  const format = new Option('--format <backstage>', help.exportFormat).choices(['backstage']).default('backstage');
  program
    .command('export')
    .description(help.export)
    .addOption(format)
    .addOption(new Option('--date <date>', help.date).argParser((value) => day(value, said)))
    .addOption(locale(said))
    .action((options: ExportOptions) => commands.export(options));
}

function addReport(program: Command, commands: Commands, said: TextsOfCli): void {
  const { help } = said;
  program
    .command('report')
    .description(help.report)
    .argument('[paths...]', help.paths, ['.'])
    .addOption(new Option('--format <html>', help.reportFormat).choices(['html']).default('html'))
    .option('--output <file>', help.reportOutput)
    .option('--config <file>', help.config)
    .addOption(locale(said))
    .action((paths: string[], options: ReportPageOptions) => commands.report(paths, options));
}

function addMcp(program: Command, commands: Commands, said: TextsOfCli): void {
  program
    .command('mcp')
    .description(said.help.mcp)
    .option('--directory <directory>', said.help.directory)
    .addOption(locale(said))
    .action((options: McpOptions) => commands.mcp(options));
}

const locale = ({ help }: TextsOfCli): Option =>
  new Option('--locale <en|fr>', help.locale).choices(['en', 'fr']).default('en');

function withReportOptions(command: Command, said: TextsOfCli): Command {
  const { help } = said;
  const names = Object.keys(formats);
  return command
    .addOption(new Option(`--format <${names.join('|')}>`, help.format).choices(names).default('text'))
    .addOption(locale(said))
    .option('--hints', help.hints, false)
    .addOption(new Option('--max-warnings <n>', help.maxWarnings).argParser((value) => count(value, said)));
}

function count(value: string, said: TextsOfCli): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError(said.problem.count);
  return Number(value);
}

function shard(value: string, said: TextsOfCli): Shard {
  const parsed = parseShard(value);
  if (!parsed) throw new InvalidArgumentError(said.problem.shard);
  return parsed;
}

function day(value: string, said: TextsOfCli): string {
  if (!isDate(value)) throw new InvalidArgumentError(said.problem.date);
  return value;
}
