import { URI, Utils } from 'vscode-uri';
import type { Entry, Host } from './host';
import { rooted } from './plain';

/** Sends a request of our own to the client. */
export type Ask = (method: string, params: { readonly uri: string }) => Promise<unknown>;

/** What a client says of a file or directory. */
interface Stat {
  readonly isLink: boolean;
}

/** How far up is looked for links: no directory is deeper. */
const maxDepth = 40;

/** Reads through the editor, which knows more than the disk: files on a server, in a repository, in the browser. */
export function clientHost(ask: Ask): Host {
  const asked = <Answer>(request: string, uri: string): Promise<Answer | undefined> =>
    ask(`stackGuidance/${request}`, { uri }).then(
      (answer) => (answer ?? undefined) as Answer | undefined,
      () => undefined,
    );
  const stat = (uri: string) => asked<Stat>('stat', uri);
  const entries = async (uri: string) => (await asked<readonly (Entry & Stat)[]>('readDirectory', uri)) ?? [];
  return {
    readText: (uri) => asked<string>('readFile', uri),
    list: async (uri) => (await entries(uri)).map(({ name }) => name),
    entries: async (uri) =>
      (await entries(uri)).filter(({ isLink }) => !isLink).map(({ name, isDirectory }) => ({ name, isDirectory })),
    exists: async (uri) => (await stat(uri)) !== undefined,
    async realUri(uri) {
      const [self, ...above] = await Promise.all(upwards(uri).map(async (one) => ({ one, found: await stat(one) })));
      if (!self?.found) return undefined;
      const links = [self, ...above].filter(({ found }) => found?.isLink).length;
      return links ? behindLinks(self.one, links) : self.one;
    },
  };
}

/**
 * Editors do not say where a link leads. What lies behind more links than something else is not inside of it, and what
 * lies behind as many is where its name says: so the number of links stands for the place.
 */
const behindLinks = (uri: string, links: number): string => `links-${links}+${uri}`;

/** A file or directory, without `.` and `..`, and the directories above it. */
function upwards(uri: string): string[] {
  const found: string[] = [];
  for (let at = Utils.joinPath(rooted(uri), '.'); found.length < maxDepth; at = Utils.dirname(at)) {
    found.push(at.toString());
    if (Utils.dirname(at).path === at.path) break;
  }
  return found;
}

/** Files of the disk are read there, all others through another host. */
export function byScheme(disk: Host, others: Host): Host {
  const hostOf = (uri: string) => (URI.parse(uri).scheme === 'file' ? disk : others);
  return {
    readText: (uri) => hostOf(uri).readText(uri),
    list: (uri) => hostOf(uri).list(uri),
    entries: (uri) => hostOf(uri).entries(uri),
    exists: (uri) => hostOf(uri).exists(uri),
    realUri: (uri) => hostOf(uri).realUri(uri),
  };
}
