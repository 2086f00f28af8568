/** Files above are generated or hostile; nobody reads hover notes in them. */
export const maxFileSize = 10 * 1024 * 1024;

export interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/** The only IO of the server: what it asks of the place where it runs. URIs as text; nothing here throws. */
export interface Host {
  /** The text of a file; undefined where there is none, or none that can be read as text of at most 10 MB. */
  readText(uri: string): Promise<string | undefined>;
  /** Names of the entries of a directory; none where there is no directory. */
  list(uri: string): Promise<readonly string[]>;
  /** The same with their kinds, links left out. */
  entries(uri: string): Promise<readonly Entry[]>;
  exists(uri: string): Promise<boolean>;
  /** Where a file or directory really is, links followed; undefined where there is none. */
  realUri(uri: string): Promise<string | undefined>;
}
