/** What of stderr a progress line needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  report(done: number): void;
  /** Takes the line away, before anything else is written. */
  end(): void;
}

/** Who waits no longer than this needs no progress. */
const patience = 300;
const interval = 100;

/**
 * A line that counts the files, on a terminal and where it takes longer. Silent in CI: logs are read afterwards.
 *
 * @param now the time in milliseconds
 */
export function progressOn(
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
  line: (done: number) => string,
  now: () => number = Date.now,
): Progress {
  if (!terminal.isTTY || environment.CI || environment.TERM === 'dumb') return { report: () => {}, end: () => {} };
  let next = now() + patience;
  let isShown = false;
  return {
    report(done) {
      if (now() < next) return;
      next = now() + interval;
      isShown = true;
      terminal.write(`\r\x1b[K${line(done)}`);
    },
    end() {
      if (isShown) terminal.write('\r\x1b[K');
      isShown = false;
    },
  };
}
