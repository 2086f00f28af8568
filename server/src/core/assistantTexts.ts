import type { Locale } from './model';

/** What an assistant is told, besides what the rest of the core says already. */
export interface TextsOfAssistant {
  /** What the tools are called where people see them. */
  readonly titles: Readonly<Record<'recommend' | 'verdict' | 'snippet' | 'stack', string>>;
  noRow(need: string): string;
  near(components: readonly string[]): string;
  components(all: readonly string[]): string;
  nothingFound(file: string): string;
  found(file: string, count: number): string;
  excepted(count: number): string;
  further(count: number): string;
  readonly ask: string;
  /** The configuration that would govern was never valid. */
  readonly invalid: string;
  outside(path: string): string;
  unknownKind(name: string, kinds: readonly string[]): string;
  unknownTechnology(name: string, near: readonly string[]): string;
  noSnippet(technology: string, kind: string, kinds: readonly string[]): string;
  readonly alternatives: string;
  row(component: string, recommendation: string, marks: string): string;
  /** What to write in the manifests of an ecosystem. */
  insert(ecosystem: string, names: string): string;
  snippets(kind: string, names: string): string;
  readonly enforced: string;
}

const en: TextsOfAssistant = {
  titles: {
    recommend: 'What the stack recommends',
    verdict: 'What the stack says of a dependency',
    snippet: 'Snippet of the stack',
    stack: 'The recommended stack',
  },
  noRow: (need) => `The stack has no row for “${need}”: it says nothing about it.`,
  components: (all) => `The stack has rows for: ${all.join(', ')}.`,
  near: (components) => `Rows that may be meant: ${components.join(', ')}.`,
  nothingFound: (file) => `${file}: nothing to say.`,
  found: (file, count) => `${file}: ${count} ${count === 1 ? 'finding' : 'findings'}.`,
  excepted: (count) => `Excepted with a reason: ${count}.`,
  further: (count) => `And ${count} more.`,
  ask: 'Say what is to be judged: an identifier such as npm:mysql2, or the path of a manifest.',
  invalid: 'The configuration of the stack is not valid: see what is marked in .stack-guidance.yaml.',
  outside: (path) => `${path} is outside of the project: give its text as well.`,
  unknownKind: (name, kinds) => `${name} is no kind of file that is known. Known are: ${kinds.join(', ')}.`,
  unknownTechnology: (name, near) =>
    `${name} is no technology that is known.${near.length ? ` Did you mean ${near.join(', ')}?` : ''}`,
  noSnippet: (technology, kind, kinds) =>
    `There is no snippet of ${technology} for ${kind}.${kinds.length ? ` There is one for: ${kinds.join(', ')}.` : ''}`,
  alternatives: 'Other snippets that fit, by name:',
  row: (component, recommendation, marks) => `${component}: ${recommendation} [${marks}]`,
  insert: (ecosystem, names) => `insert ${ecosystem}: ${names}`,
  snippets: (kind, names) => `snippets ${kind}: ${names}`,
  enforced: 'enforced',
};

const fr: TextsOfAssistant = {
  titles: {
    recommend: 'Ce que la stack recommande',
    verdict: "Ce que la stack dit d'une dépendance",
    snippet: 'Snippet de la stack',
    stack: 'La stack recommandée',
  },
  noRow: (need) => `La stack n'a aucune ligne pour « ${need} » : elle n'en dit rien.`,
  components: (all) => `La stack a des lignes pour : ${all.join(', ')}.`,
  near: (components) => `Lignes peut-être visées : ${components.join(', ')}.`,
  nothingFound: (file) => `${file} : rien à dire.`,
  found: (file, count) => `${file} : ${count} ${count < 2 ? 'constat' : 'constats'}.`,
  excepted: (count) => `Sous exception motivée : ${count}.`,
  further: (count) => `Et ${count} de plus.`,
  ask: "Préciser ce qu'il faut juger : un identifiant comme npm:mysql2, ou le chemin d'un manifeste.",
  invalid: "La configuration de la stack n'est pas valide : voir ce qui est marqué dans .stack-guidance.yaml.",
  outside: (path) => `${path} est hors du projet : en donner aussi le texte.`,
  unknownKind: (name, kinds) => `${name} n'est pas un type de fichier connu. Sont connus : ${kinds.join(', ')}.`,
  unknownTechnology: (name, near) =>
    `${name} n'est pas une technologie connue.${near.length ? ` Vouliez-vous dire ${near.join(', ')} ?` : ''}`,
  noSnippet: (technology, kind, kinds) =>
    `Aucun snippet de ${technology} pour ${kind}.${kinds.length ? ` Il en existe pour : ${kinds.join(', ')}.` : ''}`,
  alternatives: 'Autres snippets possibles, par nom :',
  row: (component, recommendation, marks) => `${component} : ${recommendation} [${marks}]`,
  insert: (ecosystem, names) => `insérer ${ecosystem} : ${names}`,
  snippets: (kind, names) => `snippets ${kind} : ${names}`,
  enforced: 'imposé',
};

export const assistantTexts: Readonly<Record<Locale, TextsOfAssistant>> = { en, fr };
