/** A text as small as leaving out lines and then characters makes it while `fails` stays true. */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  let least = text;
  for (let before = ''; before !== least; ) {
    before = least;
    for (const between of [/(?<=\n)/u, '']) least = without(least.split(between), fails);
  }
  return least;
}

/** Leaves out ever smaller runs of pieces. */
function without(pieces: readonly string[], fails: (text: string) => boolean): string {
  let kept = pieces;
  for (let size = kept.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (fewer.length < kept.length && fails(fewer.join(''))) kept = fewer;
      else at += size;
    }
  }
  return kept.join('');
}
