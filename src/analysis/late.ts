/**
 * Makes objects of a kind some of whose values take a while to find: each is found when it is first asked for, and then
 * kept. The getters stand in one prototype, since an object with getters of its own is slow to make and to read.
 */
export function late<Given extends object, Found extends object>(
  find: {
    readonly [Key in keyof Found]: (given: Given & Found) => Found[Key];
  },
): (given: Given) => Given & Found {
  const kind = {};
  for (const key of Object.keys(find) as (keyof Found & string)[]) {
    Object.defineProperty(kind, key, {
      get(this: Given & Found) {
        const value = find[key](this);
        Object.defineProperty(this, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return (given) => Object.assign(Object.create(kind), given);
}
