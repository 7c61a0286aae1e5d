/** The same, of which the first is taken at once: nothing is printed before it is known that there is none. */
export function begun<T>(all: Generator<T>): Iterable<T> {
  const { value, done } = all.next();
  function* whole(): Generator<T> {
    try {
      if (done !== true) yield value;
      yield* all;
    } finally {
      all.return(undefined);
    }
  }
  return whole();
}
