import type { Catalog } from '../catalog/catalog';
import { recognise } from '../catalog/recognise';
import { judge, type Use } from '../catalog/verdict';
import type { Dependency, Finding, RuleId, Severity, Source } from '../model';

/** What stands around a file. The shell reads it, open buffers first; where it is unknown, rules that need it are silent. */
export interface Neighbours {
  /** The other sources of the same directory, by path in order. */
  readonly directory: readonly Source[];
  /** The package.json of the directories above, and whether one of those or its own holds a tsconfig.json. */
  readonly ancestors: readonly Source[];
  readonly hasTsconfig: boolean;
  /** The file belongs to a chart that another chart has vendored. */
  readonly isVendored: boolean;
}

export interface RuleContext {
  readonly source: Source;
  readonly catalog: Catalog;
  readonly uses: readonly Use[];
  readonly neighbours: Neighbours | undefined;
}

export interface Rule {
  readonly id: RuleId;
  check(context: RuleContext): Finding[];
}

/** What of a source, or of some of its dependencies, is recognised and judged, in the order of the text. */
export function usesOf(
  source: Source,
  catalog: Catalog,
  dependencies: readonly Dependency[] = source.dependencies,
): Use[] {
  const isBeside = (ecosystem: string, name: string) =>
    source.dependencies.some((one) => one.name === name && one.ecosystem === ecosystem);
  const uses: Use[] = [];
  for (const dependency of dependencies)
    for (const { identifier, span } of recognise(dependency, catalog.knowledge)) {
      if (identifier.exceptBeside?.some((name) => isBeside(identifier.ecosystem, name))) continue;
      const verdict = judge(identifier, catalog);
      if (verdict) uses.push({ dependency, span, identifier: verdict.identifier, verdict });
    }
  return uses;
}

/** What reads or asks for a thing that somebody else provides is a hint at most. */
export function capped(severity: Severity, { dependency }: Use): Severity {
  return dependency.scope === 'data' || dependency.scope === 'peerDependencies' ? 'hint' : severity;
}

/** How exceptions and baselines name what was found. */
export const identifierOf = ({ dependency }: Use) => `${dependency.ecosystem}:${dependency.name}`;
