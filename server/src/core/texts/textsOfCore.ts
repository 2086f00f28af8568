import type { Ecosystem } from '../model';

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
  usedAt(count: number, places: readonly string[]): string;
  notUsed: string;
  why: { title(component: string): string };
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
    noPackage(path: string): string;
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
