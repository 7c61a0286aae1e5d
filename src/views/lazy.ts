/**
 * What a generator makes, made while it is gone through, and anew each time. A view has a part for every format, and one
 * of them is printed; what has left of it is kept by nobody.
 */
export function lazy<T>(make: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: make };
}

/** What is made of each of several, in their order. */
export function each<T, R>(all: Iterable<T>, made: (one: T) => R): Iterable<R> {
  return lazy(() => eachOf(all, made));
}

// A generator of its own for each call would hold what it closes over until the next full collection of garbage.
function* eachOf<T, R>(all: Iterable<T>, made: (one: T) => R): Generator<R> {
  for (const one of all) yield made(one);
}
