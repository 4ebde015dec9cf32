// The choices that weighed most in a play: the one rule that every face tells them by.
// Sibling: game/rubric/weighed_most.py.

import type { Position } from "./conditions";
import { advance, choose, ending, jumps, openOptions, start, type Story } from "./engine";
import { compared, type Fraction, fraction, minus, shareOf, squareRoot, times, within, ZERO } from "./fractions";
import { atStake, COMPONENTS, type ScoringModel } from "./scoring_model";
import { each } from "./texts";
import type { Option } from "./types";

const MOST = 3;
const WHOLE = fraction(1);

/** A choice that weighed on a play: its turn (from 1) and node, what was chosen, the better option that was open there,
 * the axis that this would have raised, and by how much (a share, 0–1, of that axis's path score), and which of the axis's
 * components it earns most points more for (the first, where that is the same). */
export interface Improvement {
  turn: number;
  node: string;
  chosen: string;
  better: string;
  axis: string;
  gain: Fraction;
  component: string;
}

/** The choices that weighed most in a play, the heaviest first; none for a play that has not ended. At each turn every
 * other option that was open is put in place of the choice, all other choices kept. Never proposed is one that is locked,
 * crosses a hard limit, leans to a pole or opens a rupture, and none in place of a choice that mended what had broken.
 * The sibling tells the whole rule. */
export function weighedMost(exact: ScoringModel, optionIds: readonly string[], most = MOST): Improvement[] {
  const { turns, ended } = turnsOf(exact, optionIds);
  if (!ended) return [];
  const found = turns.flatMap((turn) => (turn.mends ? null : bestAt(exact, turn, turns)) ?? []);
  return found.sort((one, other) => compared(other.gain, one.gain)).slice(0, most);
}

/** A choice, the options that were open, which components were at stake, and whether it mended a rupture. */
interface Turn {
  number: number;
  node: string;
  chosen: Option;
  open: Option[];
  stake: boolean[];
  mends: boolean;
}

function turnsOf(exact: ScoringModel, optionIds: readonly string[]): { turns: Turn[]; ended: boolean } {
  const { story } = exact;
  const turns: Turn[] = [];
  const broken = new Set<string | null>();
  let position = settled(story, start(story));
  for (const id of optionIds) {
    const open = openOptions(story, position);
    const after = choose(story, position, id);
    const chosen = open.find((option) => option.id === id)!;
    const stake = atStake(open.map((option) => exact.weights[option.id]!.vector));
    const mends = chosen.repairs !== null && broken.has(chosen.repairs);
    turns.push({ number: turns.length + 1, node: position.node, chosen, open, stake, mends });
    broken.add(chosen.opens);
    position = settled(story, after);
  }
  return { turns, ended: ending(story, position) !== null };
}

function settled(story: Story, position: Position): Position {
  while (jumps(story, position)) position = advance(story, position);
  return position;
}

/** What would have been better at a turn; null where nothing would. */
function bestAt(exact: ScoringModel, turn: Turn, turns: Turn[]): Improvement | null {
  const before = each(exact.rubric.axes, (_axis, axis) => pathScore(exact, axis, turns));
  let best: Improvement | null = null;
  let most: [Fraction, Fraction] = [ZERO, ZERO]; // its gain, and what it adds to the other axis
  for (const option of turn.open) {
    const weight = exact.weights[option.id]!;
    if (option.id === turn.chosen.id || weight.gates.length || weight.poles.length || option.opens) continue;
    const gains = new Map<string, Fraction>();
    for (const [axis, was] of Object.entries(before)) {
      const score = pathScore(exact, axis, turns, turn, option);
      if (was !== null && score !== null) gains.set(axis, minus(score, was));
    }
    for (const [axis, gain] of gains) {
      const rest = [...gains].reduce((sum, [other, more]) => (other === axis ? sum : plus(sum, more)), ZERO);
      if (best !== null && !higher([gain, rest], most)) continue;
      const component = mostRaised(exact, axis, turn.chosen, option);
      best = { turn: turn.number, node: turn.node, chosen: turn.chosen.id, better: option.id, axis, gain, component };
      most = [gain, rest];
    }
  }
  return best !== null && compared(best.gain, ZERO) > 0 ? best : null;
}

/** The component of an axis that one option earns most points more for than another. */
function mostRaised(exact: ScoringModel, axis: string, chosen: Option, better: Option): string {
  const more = (component: string): number => {
    const index = COMPONENTS.indexOf(component);
    return exact.weights[better.id]!.vector[index]! - exact.weights[chosen.id]!.vector[index]!;
  };
  const [one, two] = exact.rubric.axes[axis]!.components;
  return more(two) > more(one) ? two : one;
}

function plus(one: Fraction, other: Fraction): Fraction {
  return minus(one, minus(ZERO, other));
}

function higher(one: [Fraction, Fraction], other: [Fraction, Fraction]): boolean {
  return (compared(one[0], other[0]) || compared(one[1], other[1])) > 0;
}

/** The path score (0–1) of an axis, with another option in place of the choice at one turn; null where the play put
 * one of its components never at stake. */
function pathScore(exact: ScoringModel, axis: string, turns: Turn[], at?: Turn, instead?: Option): Fraction | null {
  let both = WHOLE;
  for (const name of exact.rubric.axes[axis]!.components) {
    const index = COMPONENTS.indexOf(name);
    const extent = exact.extents[name] ?? null;
    const met = turns.filter((turn) => turn.stake[index]).map((turn) => (turn === at && instead ? instead : turn.chosen));
    const total = met.reduce((sum, option) => sum + exact.weights[option.id]!.vector[index]!, 0);
    const share = extent && met.length ? shareOf(extent, fraction(total, met.length)) : null;
    if (share === null) return null;
    both = times(both, within(share));
  }
  return squareRoot(both);
}
