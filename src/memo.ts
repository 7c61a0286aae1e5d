/** The same function, which does its work once for each text that it is given. For what is pure. */
export function perText<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}

/** The value that a function makes, which it makes when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * A pattern that is made when it is first used. For classes of Unicode such as letters: a table of the characters of all
 * scripts is made for each, by a literal even where it is only read past, and most texts get by without.
 */
export function latePattern(source: string, flags: string): () => RegExp {
  return once(() => new RegExp(source, flags));
}
