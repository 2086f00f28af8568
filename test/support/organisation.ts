import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { type Folder, makeFolder, manifest } from './commandLine';
import { messageOf, pulling, type Session, startSession } from './languageServer';

/** The document of an organisation that recommends a database. */
export const stackOf = (database: string): string => `# Stack of Acme

| Component | Technology | Why |
|---|---|---|
| Relational database | ${database} | We know it |
| Cache | Redis | |
`;
export const both = manifest('pg', 'mysql2');
export const refreshing = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } };

/** The technologies that diagnostics are about, as their messages call them. */
export const words = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics
    .map(messageOf)
    .map((message) => /(\S+) is not/.exec(message)?.[1]?.toLowerCase().replace(/[()]/g, '') ?? message);

/** A repository whose document recommends MySQL, and a server in it; anew for each test of the suite that calls this. */
export class Organisation {
  folder!: Folder;
  session!: Session;
  #running: Session | undefined;

  constructor() {
    beforeEach(() => this.#make());
    afterEach(() => this.#remove());
  }

  uriOf = (path: string): string => pathToFileURL(join(this.folder.root, path)).toString();
  open = (path: string, text = this.folder.read(path)): void => this.session.open(this.uriOf(path), text);
  change = (path: string, text: string): void => this.session.change(this.uriOf(path), { text });

  async start(capabilities: object = {}, options: object = {}, roots: readonly string[] = ['.']): Promise<void> {
    this.session = await startSession(capabilities, 'en', roots.map(this.uriOf), options);
    this.#running = this.session;
  }

  event(path: string, type: FileChangeType): Promise<void> {
    const changes = [{ uri: this.uriOf(path), type }];
    return this.session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Waits until just these packages are told of. */
  tells = (path: string, ...names: string[]): Promise<readonly Diagnostic[]> =>
    this.session.shown(this.uriOf(path), (now) => words(now).join() === names.join());

  #make(): void {
    this.folder = makeFolder();
    this.folder.write('.git/HEAD', '');
    this.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    this.folder.write('docs/stack.md', stackOf('MySQL'));
    this.folder.write('app/package.json', both);
  }

  async #remove(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
    this.folder.remove();
  }
}
