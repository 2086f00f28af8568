/**
 * Keeps what was made last: who asks with the same arguments gets it again. A file is asked about many times before it
 * changes, and what is kept of one is little.
 */
export function keepLast<Args extends readonly unknown[], Made>(
  make: (...args: Args) => Made,
): (...args: Args) => Made {
  let last: { readonly args: Args; readonly made: Made } | undefined;
  return (...args) => {
    if (!last || last.args.some((arg, at) => arg !== args[at])) last = { args, made: make(...args) };
    return last.made;
  };
}
