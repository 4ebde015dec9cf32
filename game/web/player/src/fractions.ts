// Exact shares, as Python's `Fraction` has them: figures stay fractions until they are shown.
// Siblings: game/rubric/chance.py (Extent, square_root), game/rubric/score.py (_points).

const SCALE = 10n ** 12n;

/** A fraction: whole numbers, the lower one above zero; not reduced. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

/** The fraction of two whole numbers, the lower one above zero. */
export function fraction(over: number | bigint, under: number | bigint = 1n): Fraction {
  return { over: BigInt(over), under: BigInt(under) };
}

/** The fraction in a text such as `-3/4`, `2` or `0.45`. */
export function parsed(text: string): Fraction {
  const [over, under = "1"] = text.split("/");
  const [whole, tenths = ""] = over!.split(".");
  return { over: BigInt(whole! + tenths), under: BigInt(under) * 10n ** BigInt(tenths.length) };
}

/** Below zero, zero or above it, as one is less than the other, the same or more. */
export function compared(one: Fraction, other: Fraction): number {
  const difference = one.over * other.under - other.over * one.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function times(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.over, under: one.under * other.under };
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.under - other.over * one.under, under: one.under * other.under };
}

/** One divided by another that is above zero. */
export function divided(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.under, under: one.under * other.over };
}

/** The square root to twelve places, rounded down: the same on every machine. */
export function squareRoot(value: Fraction): Fraction {
  return { over: wholeRoot((value.over * SCALE * SCALE) / value.under), under: SCALE };
}

/** The greatest whole number whose square is no more than this one (Newton). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** A share as points of a hundred, to one place, halves up: exact until here. */
export function points(share: Fraction | null): number | null {
  return share && Number((share.over * 2000n + share.under) / (share.under * 2n)) / 10;
}

/** The lowest and highest mean that any complete play can have on a component. */
export interface Extent {
  low: Fraction;
  high: Fraction;
}

/** Where a mean lies between lowest (0) and highest (1); null when they are the same. */
export function shareOf({ low, high }: Extent, mean: Fraction): Fraction | null {
  return compared(high, low) > 0 ? divided(minus(mean, low), minus(high, low)) : null;
}

/** A share held to 0–1: beside an estimated lowest or highest mean a play may lie beyond it. */
export function within(share: Fraction): Fraction {
  const whole = fraction(1);
  return compared(share, ZERO) < 0 ? ZERO : compared(share, whole) > 0 ? whole : share;
}
