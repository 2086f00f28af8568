const scheme = 'npm:';

/** What of a package is named by `stack: npm:@acme/stack/x.md`; undefined where `stack` is a path. */
export const packageNamedBy = (stack: string): string | undefined =>
  stack.startsWith(scheme) ? stack.slice(scheme.length) : undefined;
