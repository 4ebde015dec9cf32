// Conditions as demands on a Position: compiled once, since every view and every choice asks them.
// Sibling: game/story/conditions.py.

import type { Bound, Condition } from "./types";

/** Where a player stands: a node, the facts that have happened (one bit each), and the client state 0–10. */
export interface Position {
  node: string;
  facts: bigint;
  trust: number;
  ease: number;
  voice: number;
}

/** Bits that must be set, bits that must not, and closed ranges for trust, ease and voice. */
export interface Demand {
  has: bigint;
  lacks: bigint;
  ranges: Bound[];
}

/** The bit of each fact, by its name. */
export type Bits = ReadonlyMap<string, bigint>;

/** The demand a condition makes; null when there is none. */
export function compiled(condition: Condition | null, bits: Bits): Demand | null {
  if (condition === null) return null;
  return { has: bitsOf(condition.has, bits), lacks: bitsOf(condition.lacks, bits), ranges: condition.bounds };
}

/** The bits of these facts together. */
export function bitsOf(facts: Iterable<string>, bits: Bits): bigint {
  let found = 0n;
  for (const fact of facts) found |= bits.get(fact)!;
  return found;
}

/** True when the position meets the demand; always, when there is none. */
export function holds(demand: Demand | null, position: Position): boolean {
  if (demand === null) return true;
  const { has, lacks, ranges } = demand;
  if ((position.facts & has) !== has || (position.facts & lacks) !== 0n) return false;
  return ranges.every(({ part, low, high }) => low <= position[part] && position[part] <= high);
}
