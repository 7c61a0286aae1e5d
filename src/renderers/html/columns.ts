/** The narrowest column of the side-by-side that still reads well, in the size of the page's letters. */
const NARROWEST = 14;

/** What the margins of the page take. */
const MARGINS = 4;

/**
 * The styles that depend on how many columns there are: on a page wide enough they stand side by side under one row of
 * names, else each cell carries its own name. (A `style` attribute could say it too, but the policy allows none.)
 */
export function columnStyle(columns: number): string {
  const least = columns * NARROWEST + MARGINS;
  return `:root { --columns: ${columns}; --widest: ${Math.max(60, columns * 20)}rem; }
@media screen and (min-width: ${least}rem) {
  .parties { display: grid; }
  .cells { grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
  .cells .party { position: absolute; clip-path: inset(50%); block-size: 1px; inline-size: 1px; overflow: hidden; }
  .cells .empty { display: block; }
}
${columns > 4 ? FLOWING : ''}`;
}

// On paper more than four parties flow one after the other, as rows of cells would leave half a page empty.
const FLOWING = `@media print {
  .question[id] .cells { display: block; columns: 3; column-gap: 6mm; }
  .question[id] .cell { margin-block-end: 4mm; }
}
`;
