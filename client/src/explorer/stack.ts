/** What the server says of the stack; the requests are described in ARCHITECTURE.md. */
export interface Stack {
  readonly title: string;
  /** The stack document; null where the bundled stack governs. */
  readonly document: string | null;
  readonly sections: readonly Section[];
  /** Uses in the workspace by technology; null before the first check. */
  readonly uses: Readonly<Record<string, number>> | null;
  readonly findings: Readonly<Record<string, number>>;
  /** Used in the workspace, and not named by the stack. */
  readonly others: readonly Technology[];
}

export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly component: string;
  readonly technology: string;
  readonly justification: string;
  readonly ring: 'adopt' | 'trial' | 'assess' | 'hold';
  readonly line: number;
  readonly technologies: readonly Technology[];
}

export interface Technology {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly isDeprecated: boolean;
}
