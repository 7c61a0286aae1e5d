/** Numbers laid between the bottom and the top of a panel. */
export interface Level {
  /** 0 at the bottom, 1 at the top. */
  readonly share: (number: number) => number;
  readonly ticks: readonly { readonly number: number; readonly label: string }[];
}

/** A scale that holds both numbers, with round ticks. It begins at 0 unless that would press all numbers together. */
export function levels(least: number, most: number): Level {
  const isFar = least > most * 0.5;
  const room = (isFar ? most - least : most) || 1;
  const every = roundStep(room / 2.5);
  const low = isFar ? Math.max(0, Math.floor((least - room * 0.1) / every) * every) : 0;
  const high = Math.max(most, low + every);
  const count = Math.floor((high - low) / every + 1e-9) + 1;
  const ticks = Array.from({ length: count }, (_, index) => low + index * every);
  return {
    share: (number) => (number - low) / (high - low),
    ticks: ticks.map((number) => ({ number, label: spoken(number) })),
  };
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((one) => one * power >= step) ?? 10;
  return factor * power;
}

function spoken(number: number): string {
  const [size, name] = UNITS.find(([least]) => number >= least) ?? [1, ''];
  const short = String(Math.round((number / size) * 100) / 100);
  return `${size === 1 ? short.replace(/\B(?=(?:\d{3})+$)/gu, ',') : short}${name}`;
}

const UNITS = [
  [1e9, 'bn'],
  [1e6, 'm'],
] as const;
