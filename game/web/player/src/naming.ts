// The name that a play earns on an axis: a good one for both components and no gate, else one for the pole chosen.
// A name never follows from a low component. Sibling: game/rubric/naming.py.

import { compared, type Fraction, fraction, parsed, times, ZERO } from "./fractions";
import type { Axis, PoleCount, Rubric } from "./types";

export const HIGH = 50; // the middle of a plane

/** The name of a play on an axis; null where one of its components has no score. `scores` are the path scores (0–1) of
 * its components, `crossed` says whether any hard limit was crossed, mended or not. */
export function earnedName(
  rubric: Rubric,
  axis: string,
  [one, two]: [Fraction | null, Fraction | null],
  poles: Record<string, PoleCount>,
  crossed: boolean,
): string | null {
  if (one === null || two === null) return null;
  const { naming } = rubric;
  const good = divided100(parsed(naming.good_from));
  if (atLeast(one, good) && atLeast(two, good) && !crossed) return rubric.axes[axis]!.good;

  const rate = (pole: string) => {
    const { chosen, offered } = poles[pole]!;
    return offered ? fraction(chosen, offered) : ZERO;
  };
  const [first, second] = rubric.axis_poles[axis]!;
  const [most, least] = compared(rate(second), rate(first)) > 0 ? [second, first] : [first, second];
  if (atLeast(rate(most), parsed(naming.lean_from)) && atLeast(rate(most), times(parsed(naming.lean_times), rate(least))))
    return leanName(rubric, most);
  return atLeast(rate(least), parsed(naming.both_leans_from)) ? naming.both_ways : naming.no_lean;
}

/** The name of a play that leans to a pole. */
export function leanName(rubric: Rubric, pole: string): string {
  return rubric.poles[pole]!.leans || `leans to ${rubric.poles[pole]!.name.toLowerCase()}`;
}

/** The corner of an axis's plane that two scores (0–100) lie in: which is high, 50 or more, and which low. It says where
 * a play stands and nothing of how it leans: that is earned by choices. */
export function corner({ quadrants }: Axis, one: number, two: number): string {
  if (one >= HIGH) return two >= HIGH ? quadrants.both : quadrants.first_only;
  return two >= HIGH ? quadrants.second_only : quadrants.neither;
}

function atLeast(one: Fraction, other: Fraction): boolean {
  return compared(one, other) >= 0;
}

function divided100(points: Fraction): Fraction {
  return { over: points.over, under: points.under * 100n };
}
