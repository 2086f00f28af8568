import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type Bundled, bundledCatalog } from '../core/catalog/bundled';
import type { Catalog } from '../core/catalog/catalog';
import type { Reading } from '../core/guidance/guidance';
import type { Locale } from '../core/model';
import { catalogFor } from '../core/policy/assigned';
import { dayOf, type Policy, unconfigured } from '../core/policy/policy';
import { configurationName, type Place, pathBelow, placeOf, searchWith } from '../host/boundary';
import { readOwnTexts } from '../host/guidance';
import { nodeHost } from '../host/node';
import { type Disk, openDisk } from './disk';
import { pathOf, slashed, uriOf } from './files';
import { rememberLast } from './recent';

/** What a file is judged by. */
export interface Guide {
  readonly catalog: Catalog;
  readonly policy: Policy;
  /** Fingerprints of findings that the configuration's baseline knows. */
  readonly known: ReadonlySet<string> | undefined;
  /** URI of the configuration. */
  readonly configuration?: string;
  /** Path of the baseline that the configuration names, whether it is there or not. */
  readonly baseline?: string | undefined;
}

/** The configurations of the files of one run, each read once. */
export interface Guides {
  /** Undefined where the configuration of a file is not valid. */
  of(path: string): Promise<Guide | undefined>;
  /** URI of the directory that the run was started in: nothing above it is read, but up to a repository's root. */
  readonly folder: string;
  /** What was read so far, by URI of the configuration. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** What the search has seen of the disk, for whoever looks at the same directories. */
  readonly disk: Disk;
}

export interface GuidesOptions {
  readonly bundled: Bundled;
  readonly locale: Locale;
  readonly cwd: string;
  /** The one configuration to use for everything. */
  readonly config?: string | undefined;
}

export function openGuides({ bundled, locale, cwd, config }: GuidesOptions): Guides {
  const disk = openDisk();
  const look = rememberLast(async (uri) => {
    const directory = pathOf(uri);
    const configuration = disk.has(directory, configurationName) ? `${uri}/${configurationName}` : undefined;
    return { isRepository: disk.has(directory, '.git'), configuration };
  });
  const folder = uriOf(cwd);
  const limits = { folders: [folder], isTrusted: true };
  const today = dayOf(Date.now());
  const chosen = config === undefined ? undefined : placeOf(URI.file(resolve(cwd, config)).toString(), look);
  const nearest = searchWith(look, limits);
  const search = rememberLast((directory) => chosen ?? nearest(uriOf(directory)));
  const readings = new Map<string, Reading>();
  const compiled = new Map<string, Promise<Reading>>();

  async function read(place: Place): Promise<Reading> {
    const { compileGuidance, pathsIn } = await import('../core/guidance/guidance');
    const reading = compileGuidance(await readOwnTexts(place, nodeHost, pathsIn), bundled, locale, today);
    readings.set(place.configuration, reading);
    return reading;
  }

  return {
    folder,
    readings,
    disk,
    async of(path) {
      const place = await search(dirname(path));
      if (!place)
        return {
          catalog: bundledCatalog(bundled, locale),
          policy: unconfigured(slashed(path), today),
          known: undefined,
        };
      const uri = uriOf(path);
      const reading = compiled.get(place.configuration) ?? read(place);
      compiled.set(place.configuration, reading);
      const { guidance } = await reading;
      if (!guidance) return undefined;
      const { configuration, known } = guidance;
      const policy = { configuration, path: pathBelow(place.configuration, uri), today };
      const catalog = catalogFor(policy, guidance.catalog);
      const named = configuration.baseline?.value;
      const baseline = named && resolve(dirname(URI.parse(place.configuration).fsPath), named);
      const names = known?.baseline.get(pathBelow(known.uri, uri));
      return { catalog, policy, baseline, configuration: place.configuration, known: names };
    },
  };
}
