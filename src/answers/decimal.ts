/** An exact decimal, units × 10^-scale: binary fractions would make 8.2 million not whole. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Reads plain digits with an optional decimal point: `53000`, `8.2`. */
export function decimal(digits: string): Decimal {
  const point = digits.indexOf('.');
  if (point < 0) return { units: BigInt(digits), scale: 0 };
  return { units: BigInt(digits.slice(0, point) + digits.slice(point + 1)), scale: digits.length - point - 1 };
}

export const ZERO: Decimal = decimal('0');
export const ONE: Decimal = decimal('1');

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: scaled(a, scale) + scaled(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale });
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

export function half(a: Decimal): Decimal {
  return times(a, HALF);
}

const HALF = decimal('0.5');

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [scaled(a, scale), scaled(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function largest(first: Decimal, ...others: readonly Decimal[]): Decimal {
  return others.reduce((most, other) => (compare(other, most) > 0 ? other : most), first);
}

export function smallest(first: Decimal, ...others: readonly Decimal[]): Decimal {
  return others.reduce((least, other) => (compare(other, least) < 0 ? other : least), first);
}

/** The largest whole number that is not above `a`. */
export function floor(a: Decimal): Decimal {
  if (a.scale === 0) return a;
  const unit = 10n ** BigInt(a.scale);
  const below = a.units / unit;
  return { units: a.units < 0n && below * unit !== a.units ? below - 1n : below, scale: 0 };
}

/** The smallest whole number that is not below `a`. */
export function ceiling(a: Decimal): Decimal {
  const below = floor(a);
  return compare(below, a) === 0 ? below : add(below, ONE);
}

export function isWhole(a: Decimal): boolean {
  return a.scale === 0 || compare(floor(a), a) === 0;
}

/** As a reader expects it: `53,000`, `8.25`. */
export function spokenDecimal(a: Decimal): string {
  const digits = (a.units < 0n ? -a.units : a.units).toString().padStart(a.scale + 1, '0');
  const whole = digits.slice(0, digits.length - a.scale).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const fraction = a.scale === 0 ? '' : digits.slice(-a.scale).replace(/0+$/u, '');
  return `${a.units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function scaled(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.units : a.units * 10n ** BigInt(scale - a.scale);
}
