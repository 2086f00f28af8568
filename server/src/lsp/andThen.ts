/** What comes of a value: at once where it is there, so that who waits for nothing answers in the same turn. */
export const andThen = <From, To>(value: From | Promise<From>, next: (value: From) => To): To | Promise<To> =>
  value instanceof Promise ? value.then(next) : next(value);
