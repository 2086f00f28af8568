import type { Ecosystem, Locale } from './model';

/** Everything that the core says in words of its own. `{…}` are put in by the callers as arguments. */
export interface TextsOfCore {
  notRecommended(what: string, components: string): string;
  compatible(what: string, components: string): string;
  onHold(what: string, components: string): string;
  heldHere(what: string, components: string): string;
  assess(what: string, components: string): string;
  without(technology: string, companion: string): string;
  recommendedChoice(choice: string): string;
  recommendedFor(component: string, choice: string): string;
  deprecated(what: string): string;
  exceptionExpired(date: string): string;
  use(replacement: string): string;
  /** One name of a technology: `The image consul`. */
  named: Readonly<Record<Ecosystem, (name: string) => string>>;
  withoutTypescript(what: string): string;
  withoutReplication: string;
  or: string;
  with: string;
  verdict: Readonly<
    Record<'recommended' | 'trial' | 'assess' | 'notRecommended' | 'hold' | 'neutral' | 'deprecated', string>
  >;
  forRole(component: string): string;
  recommends: string;
  section: string;
  docs: string;
  related: Readonly<Record<'compatible' | 'variant', string>>;
  fix: {
    /** Title of the action that makes all drop-in replacements. */
    readonly all: string;
    replace(what: string): string;
    insertBeside(what: string): string;
    add(what: string, where: string): string;
    removed(what: string): string;
    /** For what keeps data. */
    readonly newResource: string;
    readonly notMigrated: string;
    replaceProvider(from: string, to: string): string;
  };
}

const en: TextsOfCore = {
  notRecommended: (what, components) => `${what} is not recommended for ${components}.`,
  compatible: (what, components) => `${what} is not the recommended choice for ${components}.`,
  onHold: (what, components) => `${what} is on hold for ${components}.`,
  heldHere: (what, components) => `${what} is on hold for ${components}, though recommended for something else.`,
  assess: (what, components) => `${what} is to be assessed before it is used for ${components}.`,
  without: (technology, companion) => `${technology} without ${companion}.`,
  recommendedChoice: (choice) => `Recommended: ${choice}.`,
  recommendedFor: (component, choice) => `Recommended for ${component}: ${choice}.`,
  deprecated: (what) => `${what} is deprecated.`,
  exceptionExpired: (date) => `The exception expired on ${date}.`,
  use: (replacement) => `Use ${replacement}.`,
  named: {
    npm: (name) => `The package ${name}`,
    'terraform-resource': (name) => `The resource ${name}`,
    'terraform-provider': (name) => `The provider ${name}`,
    'terraform-module': (name) => `The module ${name}`,
    helm: (name) => `The chart ${name}`,
    image: (name) => `The image ${name}`,
    'k8s-api': (name) => `The API ${name}`,
    cargo: (name) => `The crate ${name}`,
    golang: (name) => `The Go module ${name}`,
    pypi: (name) => `The Python package ${name}`,
    conda: (name) => `The conda package ${name}`,
    pub: (name) => `The Dart package ${name}`,
    maven: (name) => `The Maven artifact ${name}`,
    swift: (name) => `The Swift package ${name}`,
    'github-action': (name) => `The action ${name}`,
    'gitlab-include': (name) => `The include ${name}`,
    file: (name) => `The file ${name}`,
  },
  withoutTypescript: (what) => `${what} without TypeScript.`,
  withoutReplication: 'An S3 bucket without replication.',
  or: 'or',
  with: 'with',
  verdict: {
    recommended: 'recommended',
    trial: 'on trial',
    assess: 'to be assessed',
    notRecommended: 'not recommended',
    hold: 'on hold',
    neutral: 'not part of the stack',
    deprecated: 'deprecated',
  },
  forRole: (component) => `for ${component}`,
  recommends: 'Recommended',
  section: 'Section',
  docs: 'documentation',
  related: { compatible: 'compatible with the recommended choice', variant: 'another form of the recommended choice' },
  fix: {
    all: 'Make all drop-in replacements of Stack Guidance',
    replace: (what) => `Replace with ${what}`,
    insertBeside: (what) => `Insert beside: ${what}`,
    add: (what, where) => `Add ${what} to ${where}`,
    removed: (what) => `${what} removed`,
    newResource: 'forces a new resource; data is not migrated',
    notMigrated: 'data is not migrated',
    replaceProvider: (from, to) => `then run: terraform state replace-provider ${from} ${to}`,
  },
};

const fr: TextsOfCore = {
  notRecommended: (what, components) => `${what} n'est pas recommandé pour ${components}.`,
  compatible: (what, components) => `${what} n'est pas le choix recommandé pour ${components}.`,
  onHold: (what, components) => `${what} est suspendu pour ${components}.`,
  heldHere: (what, components) => `${what} est suspendu pour ${components}, bien que recommandé ailleurs.`,
  assess: (what, components) => `${what} est à évaluer avant tout usage pour ${components}.`,
  without: (technology, companion) => `${technology} sans ${companion}.`,
  recommendedChoice: (choice) => `Recommandé : ${choice}.`,
  recommendedFor: (component, choice) => `Recommandé pour ${component} : ${choice}.`,
  deprecated: (what) => `${what} est obsolète.`,
  exceptionExpired: (date) => `L'exception a expiré le ${date}.`,
  use: (replacement) => `Utiliser ${replacement}.`,
  named: {
    npm: (name) => `Le paquet ${name}`,
    'terraform-resource': (name) => `La ressource ${name}`,
    'terraform-provider': (name) => `Le provider ${name}`,
    'terraform-module': (name) => `Le module ${name}`,
    helm: (name) => `Le chart ${name}`,
    image: (name) => `L'image ${name}`,
    'k8s-api': (name) => `L'API ${name}`,
    cargo: (name) => `La crate ${name}`,
    golang: (name) => `Le module Go ${name}`,
    pypi: (name) => `Le paquet Python ${name}`,
    conda: (name) => `Le paquet conda ${name}`,
    pub: (name) => `Le paquet Dart ${name}`,
    maven: (name) => `L'artefact Maven ${name}`,
    swift: (name) => `Le paquet Swift ${name}`,
    'github-action': (name) => `L'action ${name}`,
    'gitlab-include': (name) => `L'include ${name}`,
    file: (name) => `Le fichier ${name}`,
  },
  withoutTypescript: (what) => `${what} sans TypeScript.`,
  withoutReplication: 'Un bucket S3 sans réplication.',
  or: 'ou',
  with: 'avec',
  verdict: {
    recommended: 'recommandé',
    trial: "à l'essai",
    assess: 'à évaluer',
    notRecommended: 'non recommandé',
    hold: 'suspendu',
    neutral: 'hors de la stack',
    deprecated: 'obsolète',
  },
  forRole: (component) => `pour ${component}`,
  recommends: 'Recommandé',
  section: 'Section',
  docs: 'documentation',
  related: { compatible: 'compatible avec le choix recommandé', variant: 'autre forme du choix recommandé' },
  fix: {
    all: 'Faire tous les remplacements directs de Stack Guidance',
    replace: (what) => `Remplacer par ${what}`,
    insertBeside: (what) => `Insérer à côté : ${what}`,
    add: (what, where) => `Ajouter ${what} à ${where}`,
    removed: (what) => `${what} supprimé`,
    newResource: 'crée une nouvelle ressource ; les données ne sont pas migrées',
    notMigrated: 'les données ne sont pas migrées',
    replaceProvider: (from, to) => `puis lancer : terraform state replace-provider ${from} ${to}`,
  },
};

export const texts: Readonly<Record<Locale, TextsOfCore>> = { en, fr };

/** French for every `fr*` locale, else English. */
export const localeOf = (tag: string | undefined): Locale => (tag?.toLowerCase().startsWith('fr') ? 'fr' : 'en');
