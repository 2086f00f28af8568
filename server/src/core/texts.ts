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
  exception: {
    /** Title of the action that writes one; what it writes in the place of the reason. */
    readonly add: string;
    readonly why: string;
    readonly withoutName: string;
    readonly withoutReason: string;
    readonly unused: string;
    unknown(name: string): string;
    noDate(written: string): string;
    enforced(component: string): string;
    /** In the hover: the reason, the day, who and where. */
    holds(said: string): string;
    held(date: string, said: string): string;
    until(date: string): string;
  };
  configuration: {
    /** What stands there has to be. */
    readonly type: Readonly<Record<'text' | 'list' | 'map' | 'value', string>>;
    readonly ambiguous: string;
    readonly tooLarge: string;
    syntax(what: string): string;
    unknownKey(key: string): string;
    known(keys: string): string;
    missing(key: string): string;
    noGlob(written: string): string;
    wrong(written: string, expected: string): string;
    unknownTechnology(name: string): string;
    unknownRole(name: string): string;
    didYouMean(name: string): string;
  };
  newDocument: {
    readonly title: string;
    readonly columns: readonly [component: string, technology: string, justification: string];
    readonly others: string;
  };
  workspaceCheck: {
    readonly title: string;
    files(count: number): string;
  };
  own: {
    noDocument(path: string): string;
    noRows(path: string): string;
    noBaseline(path: string): string;
    noConfiguration: string;
  };
  /** What is wrong in a stack document, and what is said of it. */
  document: {
    readonly noTable: string;
    readonly emptyTable: string;
    readonly extraCells: string;
    readonly missingCell: Readonly<Record<'component' | 'technology', string>>;
    readonly missingColumn: Readonly<Record<'component' | 'technology', (there: string) => string>>;
    readonly unknownWord: Readonly<Record<'ring' | 'enforce', (word: string) => string>>;
    contradiction: Readonly<
      Record<'recommended' | 'hold', (technology: string, role: string, otherLine: number) => string>
    >;
    unknownRole(name: string, nearest: string): string;
    unknownTechnology(name: string, meant: string): string;
    readonly roles: string;
    readonly recognised: string;
    readonly notRecognised: string;
    readonly variants: string;
    readonly fillers: string;
    readonly noFillers: string;
    andMore(count: number): string;
    readonly ecosystems: Readonly<Record<Ecosystem, string>>;
  };
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
    changeTo(what: string): string;
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
  exception: {
    add: 'Add an exception…',
    why: 'why',
    withoutName: 'An exception names a rule or a technology: stack-guidance-ignore mysql: reason.',
    withoutReason: 'Without a reason the exception does not count: stack-guidance-ignore mysql: reason.',
    unused: 'This exception covers nothing.',
    unknown: (name) => `“${name}” is neither a rule nor a technology that is known.`,
    noDate: (written) => `“${written}” is no date (YYYY-MM-DD): the exception does not count.`,
    enforced: (component) => `The row ${component} is enforced: no exception counts.`,
    holds: (said) => `Exception: ${said}`,
    held: (date, said) => `Exception, expired on ${date}: ${said}`,
    until: (date) => `until ${date}`,
  },
  configuration: {
    type: {
      text: 'A text is expected here.',
      list: 'A list is expected here.',
      map: 'Keys with values are expected here.',
      value: 'The value is missing.',
    },
    ambiguous: 'An exception names either a technology or an identifier.',
    tooLarge: 'The file is too large, or nested too deep, to be read.',
    syntax: (what) => `This is not YAML: ${what}`,
    unknownKey: (key) => `Unknown key “${key}”.`,
    known: (keys) => `Known are: ${keys}.`,
    missing: (key) => `“${key}” is required.`,
    noGlob: (written) => `“${written}” is no glob of paths relative to this file, such as legacy/**.`,
    wrong: (written, expected) => `“${written}” cannot stand here. Expected: ${expected}.`,
    unknownTechnology: (name) => `Unknown technology “${name}”.`,
    unknownRole: (name) => `Unknown role “${name}”.`,
    didYouMean: (name) => `Did you mean ${name}?`,
  },
  newDocument: {
    title: 'Our recommended stack',
    columns: ['Component', 'Technology', 'Why'],
    others: 'Further components',
  },
  workspaceCheck: {
    title: 'Checking the workspace',
    files: (count) => `${count} files`,
  },
  own: {
    noDocument: (path) => `The stack document ${path} cannot be read, or is outside of the repository.`,
    noRows: (path) => `The stack document ${path} recommends nothing that is understood.`,
    noBaseline: (path) => `${path} is no baseline.`,
    noConfiguration: 'The configuration cannot be read, or is outside of the repository.',
  },
  document: {
    noTable: 'The document recommends nothing: no table has a component and a technology column.',
    emptyTable: 'The table has no rows.',
    extraCells: 'More cells than the table has columns: is the row read right? A | inside of a cell is written \\|.',
    missingCell: {
      component: 'The row names no component, so it does not count.',
      technology: 'The row names no technology, so it does not count.',
    },
    missingColumn: {
      component: (there) => `The table has a column “${there}” but none for the component, so it does not count.`,
      technology: (there) => `The table has a column “${there}” but none for the technology, so it does not count.`,
    },
    unknownWord: {
      ring: (word) => `“${word}” is no ring (adopt, trial, assess, hold), so the row does not count.`,
      enforce: (word) => `“${word}” is neither yes nor no, so the row is not enforced.`,
    },
    contradiction: {
      recommended: (technology, role, line) =>
        `${technology} is recommended here for ${role}, but line ${line} puts it on hold.`,
      hold: (technology, role, line) => `${technology} is on hold here for ${role}, but line ${line} recommends it.`,
    },
    unknownRole: (name, nearest) =>
      `“${name}” matches no known role, so the row does not count.${nearest && ` The nearest: ${nearest}.`}`,
    unknownTechnology: (name, meant) => `“${name}” is no known technology.${meant && ` Did you mean ${meant}?`}`,
    roles: 'Can be used for',
    recognised: 'Recognised by',
    notRecognised: 'No file is known by which it would be recognised.',
    variants: 'Variants',
    fillers: 'Known technologies',
    noFillers: 'No technology is known for it.',
    andMore: (count) => `and ${count} more`,
    ecosystems: {
      npm: 'npm packages',
      'terraform-resource': 'Terraform resources',
      'terraform-provider': 'Terraform providers',
      'terraform-module': 'Terraform modules',
      helm: 'Helm charts',
      image: 'Images',
      'k8s-api': 'Kubernetes APIs',
      cargo: 'Crates',
      golang: 'Go modules',
      pypi: 'Python packages',
      conda: 'conda packages',
      pub: 'Dart packages',
      maven: 'Maven artifacts',
      swift: 'Swift packages',
      'github-action': 'GitHub actions',
      'gitlab-include': 'GitLab includes',
      file: 'Files',
    },
  },
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
    changeTo: (what) => `Change to ${what}`,
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
  exception: {
    add: 'Ajouter une exception…',
    why: 'pourquoi',
    withoutName: 'Une exception nomme une règle ou une technologie : stack-guidance-ignore mysql: raison.',
    withoutReason: "Sans raison, l'exception ne compte pas : stack-guidance-ignore mysql: raison.",
    unused: 'Cette exception ne couvre rien.',
    unknown: (name) => `« ${name} » n'est ni une règle ni une technologie connue.`,
    noDate: (written) => `« ${written} » n'est pas une date (AAAA-MM-JJ) : l'exception ne compte pas.`,
    enforced: (component) => `La ligne ${component} est imposée : aucune exception ne compte.`,
    holds: (said) => `Exception : ${said}`,
    held: (date, said) => `Exception, expirée le ${date} : ${said}`,
    until: (date) => `jusqu'au ${date}`,
  },
  configuration: {
    type: {
      text: 'Un texte est attendu ici.',
      list: 'Une liste est attendue ici.',
      map: 'Des clés avec leurs valeurs sont attendues ici.',
      value: 'La valeur manque.',
    },
    ambiguous: 'Une exception nomme soit une technologie (technology), soit un identifiant (identifier).',
    tooLarge: 'Le fichier est trop grand, ou trop imbriqué, pour être lu.',
    syntax: (what) => `Ce n'est pas du YAML : ${what}`,
    unknownKey: (key) => `Clé inconnue : « ${key} ».`,
    known: (keys) => `Sont connues : ${keys}.`,
    missing: (key) => `« ${key} » est obligatoire.`,
    noGlob: (written) => `« ${written} » n'est pas un glob de chemins relatifs à ce fichier, comme legacy/**.`,
    wrong: (written, expected) => `« ${written} » ne peut pas figurer ici. Attendu : ${expected}.`,
    unknownTechnology: (name) => `Technologie inconnue : « ${name} ».`,
    unknownRole: (name) => `Rôle inconnu : « ${name} ».`,
    didYouMean: (name) => `Vouliez-vous dire ${name} ?`,
  },
  newDocument: {
    title: 'Notre stack recommandée',
    columns: ['Composant', 'Technologie', 'Pourquoi'],
    others: 'Autres composants',
  },
  workspaceCheck: {
    title: "Vérification de l'espace de travail",
    files: (count) => `${count} fichiers`,
  },
  own: {
    noDocument: (path) => `Le document de stack ${path} est illisible ou se trouve hors du dépôt.`,
    noRows: (path) => `Le document de stack ${path} ne recommande rien qui soit compris.`,
    noBaseline: (path) => `${path} n'est pas une baseline.`,
    noConfiguration: 'La configuration est illisible ou se trouve hors du dépôt.',
  },
  document: {
    noTable: "Le document ne recommande rien : aucun tableau n'a une colonne composant et une colonne technologie.",
    emptyTable: "Le tableau n'a aucune ligne.",
    extraCells:
      "Plus de cellules que le tableau n'a de colonnes : la ligne est-elle bien lue ? Un | dans une cellule s'écrit \\|.",
    missingCell: {
      component: 'La ligne ne nomme aucun composant ; elle ne compte pas.',
      technology: 'La ligne ne nomme aucune technologie ; elle ne compte pas.',
    },
    missingColumn: {
      component: (there) => `Le tableau a une colonne « ${there} » mais aucune pour le composant ; il ne compte pas.`,
      technology: (there) =>
        `Le tableau a une colonne « ${there} » mais aucune pour la technologie ; il ne compte pas.`,
    },
    unknownWord: {
      ring: (word) =>
        `« ${word} » n'est pas un anneau (adopter, essayer, évaluer, suspendre) ; la ligne ne compte pas.`,
      enforce: (word) => `« ${word} » ne dit ni oui ni non ; la ligne n'est pas imposée.`,
    },
    contradiction: {
      recommended: (technology, role, line) =>
        `${technology} est recommandé ici pour ${role}, mais la ligne ${line} le suspend.`,
      hold: (technology, role, line) =>
        `${technology} est suspendu ici pour ${role}, mais la ligne ${line} le recommande.`,
    },
    unknownRole: (name, nearest) =>
      `« ${name} » ne correspond à aucun rôle connu ; la ligne ne compte pas.${nearest && ` Les plus proches : ${nearest}.`}`,
    unknownTechnology: (name, meant) =>
      `« ${name} » n'est pas une technologie connue.${meant && ` Vouliez-vous dire ${meant} ?`}`,
    roles: 'Peut servir à',
    recognised: 'Se reconnaît à',
    notRecognised: 'Aucun fichier connu ne permet de le reconnaître.',
    variants: 'Variantes',
    fillers: 'Technologies connues',
    noFillers: 'Aucune technologie connue.',
    andMore: (count) => `et ${count} de plus`,
    ecosystems: {
      npm: 'Paquets npm',
      'terraform-resource': 'Ressources Terraform',
      'terraform-provider': 'Providers Terraform',
      'terraform-module': 'Modules Terraform',
      helm: 'Charts Helm',
      image: 'Images',
      'k8s-api': 'API Kubernetes',
      cargo: 'Crates Rust',
      golang: 'Modules Go',
      pypi: 'Paquets Python',
      conda: 'Paquets conda',
      pub: 'Paquets Dart',
      maven: 'Artefacts Maven',
      swift: 'Paquets Swift',
      'github-action': 'Actions GitHub',
      'gitlab-include': 'Includes GitLab',
      file: 'Fichiers',
    },
  },
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
    changeTo: (what) => `Changer en ${what}`,
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
