import type { Verdict } from './catalog/verdict';
import type { Identifier, Locale } from './model';

/** How a step of an explanation is said. */
export interface TextsOfExplanation {
  recognised(what: string, technology: string): string;
  pattern(glob: string): string;
  attributes(path: string, values: string): string;
  exceptAttributes(path: string, values: string): string;
  repositories(places: string): string;
  technology(name: string, variantOf: string): string;
  identifiers(count: number, examples: string): string;
  readonly noIdentifiers: string;
  role(name: string): string;
  candidates(names: string): string;
  readonly noCandidates: string;
  readonly evidence: Readonly<Record<Identifier['evidence'], string>>;
  serves(technologies: string): string;
  roles(names: string): string;
  rolesNarrowed(names: string): string;
  rolesAssigned(names: string): string;
  readonly noRoles: string;
  row(line: number, cells: string): string;
  rowNames(technologies: string): string;
  readonly decides: string;
  readonly verdict: Readonly<Record<Verdict['kind'], string>>;
  recommended(technologies: string): string;
  without(companion: string): string;
  hold(technologies: string): string;
  readonly elsewhere: string;
  assess(technologies: string): string;
  notRecommended(components: string, served: string): string;
  notRecommendedHere(components: string): string;
  readonly unjudged: string;
  compatible(relatives: string): string;
  variant(relatives: string): string;
  readonly weak: string;
  readonly neutral: string;
  rule(rule: string, severity: string): string;
  capped(scope: string): string;
  override(entry: string, severity: string, from: string): string;
  pathsOf(glob: string): string;
  exception(reason: string, expires: string): string;
  until(date: string): string;
  readonly expired: string;
  readonly enforced: string;
  further(severity: string): string;
  result(severity: string): string;
  readonly suppressed: string;
  readonly silent: string;
  readonly off: string;
  readonly baseline: string;
  readonly unknown: string;
  readonly vendored: string;
  beside(names: string): string;
  readonly skipped: Readonly<Record<'local' | 'expression', string>>;
  readonly severity: Readonly<Record<'error' | 'warning' | 'information' | 'hint' | 'off', string>>;
  unknownName(name: string, near: readonly string[]): string;
  whichLine(file: string): string;
  notChecked(file: string): string;
  nothingOnLine(file: string, line: number): string;
}

const en: TextsOfExplanation = {
  recognised: (what, technology) => `${what} is ${technology}.`,
  pattern: (glob) => `by the pattern ${glob}`,
  attributes: (path, values) => `where ${path} is ${values}`,
  exceptAttributes: (path, values) => `unless ${path} is ${values}`,
  repositories: (places) => `from ${places}`,
  technology: (name, variantOf) => `A technology: ${name}${variantOf && `, a form of ${variantOf}`}.`,
  identifiers: (count, examples) =>
    `It is recognised by ${count === 1 ? '1 name:' : `${count} names, among them`} ${examples}.`,
  noIdentifiers: 'No name in a file is recognised as it.',
  role: (name) => `A role: ${name}.`,
  candidates: (names) => `It could also be filled by: ${names}.`,
  noCandidates: 'Nothing else is known to fill it.',
  evidence: {
    strong: 'Strong evidence: to use it is to use the technology.',
    weak: 'Weak evidence: its use proves little, so it is a hint at most.',
    neutral: 'Neutral: its use proves nothing, so only the hover shows it.',
  },
  serves: (technologies) => `It serves ${technologies}: it is recommended where one of them is.`,
  roles: (names) => `Roles: ${names}.`,
  rolesNarrowed: (names) => `Roles of this name alone: ${names}.`,
  rolesAssigned: (names) => `The configuration says what this file is for: ${names}.`,
  noRoles: 'It fills no role of its own.',
  row: (line, cells) => `Line ${line} of the stack: ${cells}`,
  rowNames: (technologies) => `names ${technologies}`,
  decides: 'decides',
  verdict: {
    recommended: 'recommended',
    'not-recommended': 'not recommended',
    assess: 'to be assessed',
    unjudged: 'not judged by the stack',
  },
  recommended: (technologies) => `Recommended: a row names ${technologies}.`,
  without: (companion) => `A hint: the row asks for ${companion}, which it does not bring.`,
  hold: (technologies) => `Not recommended: a row puts ${technologies} on hold.`,
  elsewhere: 'A hint: another row recommends it for something else.',
  assess: (technologies) => `To be assessed: a row says so of ${technologies}.`,
  notRecommended: (components, served) =>
    `Not recommended: the stack recommends something else for ${components}; none of its rows names ${served}.`,
  notRecommendedHere: (components) => `Not recommended: the stack recommends something else for ${components}.`,
  unjudged: 'Not judged: no row recommends anything for its roles.',
  compatible: (relatives) => `A hint: it is compatible with ${relatives}.`,
  variant: (relatives) => `A hint: it is of one family with ${relatives}.`,
  weak: 'A hint: the evidence is weak.',
  neutral: 'No finding: the evidence is neutral.',
  rule: (rule, severity) => `Rule ${rule}: ${severity}.`,
  capped: (scope) => `A hint at most in ${scope}.`,
  override: (entry, severity, from) => `The configuration says ${entry}: ${severity}, instead of ${from}.`,
  pathsOf: (glob) => `for ${glob}`,
  exception: (reason, expires) => `An exception covers it${expires}: ${reason}.`,
  until: (date) => ` until ${date}`,
  expired: 'It has expired and counts no more.',
  enforced: 'It does not count: the row is enforced.',
  further: (severity) => `Another place of it in this file carries the severity; here it is: ${severity}.`,
  result: (severity) => `Result: ${severity}.`,
  suppressed: 'Result: excepted, not counted.',
  silent: 'Result: nothing to say.',
  off: 'Result: silenced.',
  baseline: 'The baseline knows it: check does not count it, and editors show a hint.',
  unknown: 'Not known: nothing is said of it.',
  vendored: 'Result: nothing is said in vendored files and test data.',
  beside: (names) => `It says nothing beside ${names}.`,
  skipped: {
    local: 'It is local: nothing is said of it.',
    expression: 'Only running code would tell what it is: nothing is said of it.',
  },
  severity: { error: 'error', warning: 'warning', information: 'information', hint: 'hint', off: 'off' },
  unknownName: (name, near) => `${name} is not known${near.length ? `; did you mean ${near.join(', ')}?` : ''}`,
  whichLine: (file) => `which line of ${file}? It is written ${file}:1`,
  notChecked: (file) => `${file} is not a file that is checked`,
  nothingOnLine: (file, line) => `line ${line} of ${file} names no dependency`,
};

const fr: TextsOfExplanation = {
  recognised: (what, technology) => `${what} est ${technology}.`,
  pattern: (glob) => `d'après le motif ${glob}`,
  attributes: (path, values) => `si ${path} vaut ${values}`,
  exceptAttributes: (path, values) => `sauf si ${path} vaut ${values}`,
  repositories: (places) => `de ${places}`,
  technology: (name, variantOf) => `Une technologie : ${name}${variantOf && `, une forme de ${variantOf}`}.`,
  identifiers: (count, examples) => `Reconnue par ${count === 1 ? '1 nom :' : `${count} noms, dont`} ${examples}.`,
  noIdentifiers: "Aucun nom d'un fichier ne la désigne.",
  role: (name) => `Un rôle : ${name}.`,
  candidates: (names) => `Pourraient aussi le remplir : ${names}.`,
  noCandidates: 'Rien d’autre de connu ne le remplit.',
  evidence: {
    strong: "Indice fort : l'utiliser, c'est utiliser la technologie.",
    weak: 'Indice faible : son usage prouve peu, donc une indication au plus.',
    neutral: 'Neutre : son usage ne prouve rien, donc seul le survol le montre.',
  },
  serves: (technologies) => `Sert ${technologies} : recommandé dès que l'une d'elles l'est.`,
  roles: (names) => `Rôles : ${names}.`,
  rolesNarrowed: (names) => `Rôles de ce seul nom : ${names}.`,
  rolesAssigned: (names) => `La configuration dit à quoi sert ce fichier : ${names}.`,
  noRoles: 'Ne remplit aucun rôle à elle seule.',
  row: (line, cells) => `Ligne ${line} de la stack : ${cells}`,
  rowNames: (technologies) => `nomme ${technologies}`,
  decides: 'décide',
  verdict: {
    recommended: 'recommandé',
    'not-recommended': 'non recommandé',
    assess: 'à évaluer',
    unjudged: 'non jugé par la stack',
  },
  recommended: (technologies) => `Recommandé : une ligne nomme ${technologies}.`,
  without: (companion) => `Une indication : la ligne demande ${companion}, qui manque ici.`,
  hold: (technologies) => `Non recommandé : une ligne suspend ${technologies}.`,
  elsewhere: 'Une indication : une autre ligne le recommande pour autre chose.',
  assess: (technologies) => `À évaluer : une ligne le dit de ${technologies}.`,
  notRecommended: (components, served) =>
    `Non recommandé : la stack recommande autre chose pour ${components} ; aucune de ses lignes ne nomme ${served}.`,
  notRecommendedHere: (components) => `Non recommandé : la stack recommande autre chose pour ${components}.`,
  unjudged: 'Non jugé : aucune ligne ne recommande quoi que ce soit pour ses rôles.',
  compatible: (relatives) => `Une indication : compatible avec ${relatives}.`,
  variant: (relatives) => `Une indication : de la même famille que ${relatives}.`,
  weak: "Une indication : l'indice est faible.",
  neutral: "Aucun constat : l'indice est neutre.",
  rule: (rule, severity) => `Règle ${rule} : ${severity}.`,
  capped: (scope) => `Une indication au plus dans ${scope}.`,
  override: (entry, severity, from) => `La configuration dit ${entry} : ${severity}, au lieu de ${from}.`,
  pathsOf: (glob) => `pour ${glob}`,
  exception: (reason, expires) => `Une exception s'applique${expires} : ${reason}.`,
  until: (date) => ` jusqu'au ${date}`,
  expired: 'Elle a expiré et ne compte plus.',
  enforced: 'Elle ne compte pas : la ligne est obligatoire.',
  further: (severity) => `Un autre endroit de ce fichier porte la gravité ; ici : ${severity}.`,
  result: (severity) => `Résultat : ${severity}.`,
  suppressed: 'Résultat : excepté, non compté.',
  silent: 'Résultat : rien à dire.',
  off: 'Résultat : passé sous silence.',
  baseline: 'La baseline le connaît : check ne le compte pas, et les éditeurs montrent une indication.',
  unknown: "Inconnu : rien n'en est dit.",
  vendored: "Résultat : rien n'est dit des fichiers embarqués et des données de test.",
  beside: (names) => `Ne dit rien à côté de ${names}.`,
  skipped: {
    local: "Local : rien n'en est dit.",
    expression: "Seule l'exécution dirait ce que c'est : rien n'en est dit.",
  },
  severity: {
    error: 'erreur',
    warning: 'avertissement',
    information: 'information',
    hint: 'indication',
    off: 'aucun constat',
  },
  unknownName: (name, near) => `${name} est inconnu${near.length ? ` ; vouliez-vous dire ${near.join(', ')} ?` : ''}`,
  whichLine: (file) => `quelle ligne de ${file} ? S'écrit ${file}:1`,
  notChecked: (file) => `${file} n'est pas un fichier vérifié`,
  nothingOnLine: (file, line) => `la ligne ${line} de ${file} ne nomme aucune dépendance`,
};

export const explainTexts: Readonly<Record<Locale, TextsOfExplanation>> = { en, fr };
