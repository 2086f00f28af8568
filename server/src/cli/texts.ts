import type { Locale, RuleId, Severity } from '../core/model';

/** Everything that the command line says in words of its own. */
export interface TextsOfCli {
  readonly severity: Readonly<Record<Severity, string>>;
  /** `15 warnings` */
  counted: Readonly<Record<Severity, (count: number) => string>>;
  checked(files: number, found: readonly string[]): string;
  readonly hintsHidden: string;
  /** What each rule finds, in a sentence. */
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly workingDirectory: string;
  progress(done: number, all: number): string;
  shardChosen(index: number, total: number, variable: string): string;
  fixed(title: string): string;
  notFixed(file: string): string;
  otherStack(files: number): string;
  baselineWritten(file: string, findings: number): string;
  readonly problem: Readonly<{
    shard: string;
    count: string;
    shardVariables(index: string, total: string): string;
    unreadable(file: string, why: string): string;
    unwritable(file: string, why: string): string;
    noBaseline(file: string): string;
    noReport(file: string): string;
    partialBaseline(option: string): string;
    noGit(why: string): string;
    git(message: string): string;
    noMergeBase(ref: string): string;
    date: string;
    noRadarPage(file: string): string;
  }>;
  readonly help: Readonly<Record<HelpText, string>>;
  /** Titles of the help: `Usage:`. */
  readonly titles: Readonly<Record<string, string>>;
  /** What commander says, where it is not to be said in English. */
  readonly commander: readonly (readonly [RegExp, string])[];
}

export type HelpText =
  | 'program'
  | 'version'
  | 'help'
  | 'helpCommand'
  | 'check'
  | 'paths'
  | 'merge'
  | 'reports'
  | 'lsp'
  | 'stdio'
  | 'format'
  | 'hints'
  | 'locale'
  | 'maxWarnings'
  | 'config'
  | 'since'
  | 'baseline'
  | 'writeBaseline'
  | 'fix'
  | 'shard'
  | 'explain'
  | 'asked'
  | 'import'
  | 'radar'
  | 'output'
  | 'force'
  | 'export'
  | 'exportFormat'
  | 'date'
  | 'report'
  | 'reportFormat'
  | 'reportOutput'
  | 'mcp'
  | 'directory';

const s = (count: number) => (count === 1 ? '' : 's');

const en: TextsOfCli = {
  severity: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  counted: {
    error: (count) => `${count} error${s(count)}`,
    warning: (count) => `${count} warning${s(count)}`,
    information: (count) => `${count} information`,
    hint: (count) => `${count} hint${s(count)}`,
  },
  checked: (files, found) => `${files} file${s(files)} checked: ${found.join(', ') || 'nothing to say'}`,
  hintsHidden: '(hints are shown with --hints)',
  rules: {
    'not-recommended': 'The stack recommends something else for what this does, or has put it on hold.',
    deprecated: 'It is dead or renamed upstream.',
    'missing-companion': 'The stack recommends it together with something that is not there.',
    configuration: 'The configuration cannot be followed as it is written.',
    'stack-document': 'A row of the stack document cannot be understood.',
    'unused-exception': 'An exception covers nothing any more.',
  },
  workingDirectory: 'The directory that the check was started in.',
  progress: (done, all) => `${done} of ${all} files`,
  shardChosen: (index, total, variable) => `shard ${index} of ${total}, as ${variable} says (--shard 1/1 checks all)`,
  fixed: (title) => `fixed: ${title}`,
  notFixed: (file) => `not fixed: ${file} is not UTF-8, or has just changed`,
  otherStack: (files) => `not counted: ${files} file${s(files)} that another stack governs`,
  baselineWritten: (file, findings) => `${file}: ${findings} known finding${s(findings)}`,
  problem: {
    shard: 'It is written i/n, with i from 1 to n.',
    count: 'It is a whole number, 0 or more.',
    shardVariables: (index, total) => `${index} and ${total} are no shard: say which with --shard i/n`,
    unreadable: (file, why) => `cannot read ${file}: ${why}`,
    unwritable: (file, why) => `cannot write ${file}: ${why}`,
    noBaseline: (file) => `${file} is not a baseline of stack-guidance`,
    noReport: (file) => `${file} is neither a JSON report nor a SARIF log of stack-guidance`,
    partialBaseline: (option) => `--write-baseline needs all findings; it cannot be used with ${option}`,
    noGit: (why) => `git cannot be run: ${why}`,
    git: (message) => `git: ${message}`,
    noMergeBase: (ref) =>
      `${ref} and HEAD have no common ancestor here; a shallow clone needs more history (fetch-depth: 0, GIT_DEPTH: 0)`,
    date: 'It is written YYYY-MM-DD.',
    noRadarPage: (file) => `${file} is there already and is no report of stack-guidance`,
  },
  help: {
    program: 'The recommended stack, checked where dependencies are written.',
    version: 'show the version',
    help: 'show this help',
    helpCommand: 'show the help of a command',
    check: 'check package.json, Terraform and Helm files',
    paths: 'files and directories (default: this directory)',
    merge: 'merge the reports of several checks into one',
    reports: 'what check has written as json or sarif',
    lsp: 'start the language server',
    stdio: 'speak over stdin and stdout',
    format: 'how to print the report (default: text)',
    hints: 'show hints as well (text, github)',
    locale: 'language of the messages (default: en)',
    maxWarnings: 'exit with 0 where there are no errors and at most so many warnings',
    config: 'the configuration to use for everything, instead of the nearest .stack-guidance.yaml',
    since: 'only what is on lines added or changed since the merge base with a git ref',
    baseline: 'leave out the findings that are known in this file',
    writeBaseline: 'write all findings to the baseline (default: .stack-guidance-baseline.json)',
    fix: 'make the drop-in replacements; the only thing that changes files',
    shard: 'check one of n parts of the files (default: as the CI says, see the README)',
    explain: 'print the verdict on a name or a line, and every step that leads to it',
    asked: 'mysql2, npm:mysql2, MySQL, a role, or package.json:12',
    import: 'make a stack document of a technology radar',
    radar: 'JSON of Backstage, CSV or JSON of Build Your Own Radar',
    output: 'write the document to a file (default: stdout)',
    force: 'overwrite the file',
    export: 'print the stack as a technology radar',
    exportFormat: 'the JSON that the tech-radar plugin of Backstage loads (default: backstage)',
    date: 'the day of all entries (default: today)',
    report: 'print the stack as a radar, with what these files use of it',
    reportFormat: 'one HTML file that needs nothing else (default: html)',
    reportOutput: 'write the page to a file (default: stdout)',
    mcp: 'let AI assistants ask for the stack: an MCP server over stdin and stdout',
    directory: 'the project that is asked about (default: this directory)',
  },
  titles: {},
  commander: [],
};

const fr: TextsOfCli = {
  severity: { error: 'erreur', warning: 'avertissement', information: 'information', hint: 'indication' },
  counted: {
    error: (count) => `${count} erreur${pl(count)}`,
    warning: (count) => `${count} avertissement${pl(count)}`,
    information: (count) => `${count} information${pl(count)}`,
    hint: (count) => `${count} indication${pl(count)}`,
  },
  checked: (files, found) => `${files} fichier${pl(files)} vérifié${pl(files)} : ${found.join(', ') || 'rien à dire'}`,
  hintsHidden: '(--hints montre les indications)',
  rules: {
    'not-recommended': "La stack recommande autre chose pour cet usage, ou l'a suspendu.",
    deprecated: 'Abandonné ou renommé en amont.',
    'missing-companion': "La stack le recommande avec quelque chose qui n'est pas là.",
    configuration: "La configuration ne peut pas être suivie telle qu'elle est écrite.",
    'stack-document': 'Une ligne du document de stack ne peut pas être comprise.',
    'unused-exception': 'Une exception ne couvre plus rien.',
  },
  workingDirectory: 'Le répertoire où la vérification a été lancée.',
  progress: (done, all) => `${done} fichiers sur ${all}`,
  shardChosen: (index, total, variable) => `partie ${index} sur ${total}, selon ${variable} (--shard 1/1 vérifie tout)`,
  fixed: (title) => `corrigé : ${title}`,
  notFixed: (file) => `non corrigé : ${file} n'est pas en UTF-8, ou vient de changer`,
  otherStack: (files) => `non compté : ${files} fichier${pl(files)} sous une autre stack`,
  baselineWritten: (file, findings) => `${file} : ${findings} constat${pl(findings)} connu${pl(findings)}`,
  problem: {
    shard: "S'écrit i/n, avec i de 1 à n.",
    count: 'Un nombre entier, 0 ou plus.',
    shardVariables: (index, total) => `${index} et ${total} ne désignent aucune partie : préciser avec --shard i/n`,
    unreadable: (file, why) => `impossible de lire ${file} : ${why}`,
    unwritable: (file, why) => `impossible d'écrire ${file} : ${why}`,
    noBaseline: (file) => `${file} n'est pas une baseline de stack-guidance`,
    noReport: (file) => `${file} n'est ni un rapport JSON ni un journal SARIF de stack-guidance`,
    partialBaseline: (option) => `--write-baseline demande tous les constats ; incompatible avec ${option}`,
    noGit: (why) => `impossible de lancer git : ${why}`,
    git: (message) => `git : ${message}`,
    noMergeBase: (ref) =>
      `${ref} et HEAD n'ont ici aucun ancêtre commun ; il faut plus d'historique à un clone superficiel (fetch-depth: 0, GIT_DEPTH: 0)`,
    date: "S'écrit AAAA-MM-JJ.",
    noRadarPage: (file) => `${file} existe déjà et n'est pas un rapport de stack-guidance`,
  },
  help: {
    program: 'La stack recommandée, vérifiée là où les dépendances sont écrites.',
    version: 'afficher la version',
    help: 'afficher cette aide',
    helpCommand: "afficher l'aide d'une commande",
    check: 'vérifier les fichiers package.json, Terraform et Helm',
    paths: 'fichiers et répertoires (par défaut : ce répertoire)',
    merge: 'réunir les rapports de plusieurs vérifications',
    reports: 'ce que check a écrit en json ou en sarif',
    lsp: 'démarrer le serveur de langage',
    stdio: 'parler par stdin et stdout',
    format: 'forme du rapport (par défaut : text)',
    hints: 'montrer aussi les indications (text, github)',
    locale: 'langue des messages (par défaut : en)',
    maxWarnings: "sortir avec 0 s'il n'y a aucune erreur et au plus tant d'avertissements",
    config: 'la configuration à utiliser pour tout, au lieu du .stack-guidance.yaml le plus proche',
    since: "seulement les lignes ajoutées ou changées depuis l'ancêtre commun avec une référence git",
    baseline: 'omettre les constats connus de ce fichier',
    writeBaseline: 'écrire tous les constats dans la baseline (par défaut : .stack-guidance-baseline.json)',
    fix: 'faire les remplacements directs ; seul cas où des fichiers changent',
    shard: 'vérifier une de n parties des fichiers (par défaut : selon la CI, voir le README)',
    explain: 'donner le verdict sur un nom ou une ligne, et chaque étape qui y mène',
    asked: 'mysql2, npm:mysql2, MySQL, un rôle, ou package.json:12',
    import: "faire un document de stack d'un radar technologique",
    radar: 'JSON de Backstage, CSV ou JSON de Build Your Own Radar',
    output: 'écrire le document dans un fichier (par défaut : stdout)',
    force: 'écraser le fichier',
    export: 'donner la stack comme radar technologique',
    exportFormat: 'le JSON que charge le plugin tech-radar de Backstage (par défaut : backstage)',
    date: "le jour de toutes les entrées (par défaut : aujourd'hui)",
    report: 'donner la stack comme radar, avec ce que ces fichiers en utilisent',
    reportFormat: 'un seul fichier HTML, qui se suffit (par défaut : html)',
    reportOutput: 'écrire la page dans un fichier (par défaut : stdout)',
    mcp: "laisser des assistants IA interroger la stack : un serveur MCP par l'entrée et la sortie standard",
    directory: "le projet sur lequel porte l'échange (par défaut : ce répertoire)",
  },
  titles: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
  },
  commander: [
    [/unknown option '(.+?)'/, 'option inconnue « $1 »'],
    [/unknown command '(.+?)'/, 'commande inconnue « $1 »'],
    [/too many arguments.* Expected (\d+) arguments? but got (\d+)\./, "trop d'arguments : $2 au lieu de $1"],
    [/missing required argument '(.+?)'/, 'argument manquant « $1 »'],
    [/option '(.+?)' argument missing/, "il manque la valeur de l'option « $1 »"],
    [/option '(.+?)' argument '(.*?)' is invalid\./, "valeur « $2 » invalide pour l'option « $1 »."],
    [/Allowed choices are (.+)\./, 'Choix possibles : $1.'],
    [/\(Did you mean (?:one of )?(.+)\?\)/, '(Vouliez-vous dire $1 ?)'],
  ],
};

/** In French nought is singular. */
function pl(count: number): string {
  return count < 2 ? '' : 's';
}

export const texts: Readonly<Record<Locale, TextsOfCli>> = { en, fr };
