/** Items put together by what they have in common, in the order in which they come; those without a key are left out. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number | undefined,
): readonly (readonly T[])[] {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [item]);
    else own.push(item);
  }
  return [...groups.values()];
}
