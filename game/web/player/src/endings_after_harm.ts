// What crossing a hard limit does to a play: harm that is open, mended or past mending, and how well it may then end.
// Sibling: game/story/endings_after_harm.py.
//
// A repair mends only the harm that its rupture names, and only what was done before it; the same harm done again after
// a repair is past mending. Any harm: never a best ending. Harm that is not mended: a mixed ending at most.

import { type Bits, bitsOf, type Demand, holds, type Position } from "./conditions";
import type { Ending, EndingKind, Harm, Node, Option } from "./types";

const FOR_GOOD = "harm for good";
const KINDS: EndingKind[] = ["poor", "mixed", "good", "best"];

/** By the id of the option. */
export type Harms = Record<string, Harm>;

/** The facts that tell what became of harm: past mending, and for each rupture that it was done, and mended. */
export function harmFacts(harms: Harms): string[] {
  if (Object.keys(harms).length === 0) return [];
  return [FOR_GOOD, ...ruptures(harms).flatMap((rupture) => [done(rupture), mended(rupture)])];
}

function ruptures(harms: Harms): string[] {
  const named = Object.values(harms).flatMap(({ rupture }) => (rupture === null ? [] : [rupture]));
  return [...new Set(named)].sort();
}

const done = (rupture: string) => `harm ${rupture}`;
const mended = (rupture: string) => `harm ${rupture} mended`;

/** What an option does to the facts about harm, as bits: what it mends where that was done, what it does itself, the
 * mended harms that make it past mending, and all that no longer matters then. */
export interface Effect {
  mendsDone: bigint;
  mends: bigint;
  does: bigint;
  again: bigint;
  forGood: bigint;
  forgets: bigint;
}

/** The facts after an option with this effect. */
export function affected(effect: Effect, facts: bigint): bigint {
  if (effect.mendsDone & facts) facts |= effect.mends;
  if (effect.does) facts |= effect.again & facts ? effect.forGood : effect.does;
  return facts & effect.forGood ? facts & ~effect.forgets : facts;
}

/** An ending that a play comes to where it has done what `demand` says; null is the ending it was on its way to. */
interface Instead {
  demand: Demand;
  to: string | null;
}

/** The harms of a story made ready: what each option does to them, and how well each ending may be told. */
export class Limits {
  readonly every: bigint;
  readonly instead = new Map<string, Instead[]>();
  private readonly forGood: bigint;
  private readonly done = new Map<string, bigint>();
  private readonly mended = new Map<string, bigint>();
  private readonly crossed: Demand[];
  private readonly unmended: Demand[];

  constructor(
    nodes: Record<string, Node>,
    private readonly harms: Harms,
    bits: Bits,
  ) {
    this.every = bitsOf(harmFacts(harms), bits);
    this.forGood = bits.get(FOR_GOOD) ?? 0n;
    for (const rupture of ruptures(harms)) {
      this.done.set(rupture, bits.get(done(rupture))!);
      this.mended.set(rupture, bits.get(mended(rupture))!);
    }
    const past = this.forGood ? [demand(this.forGood, 0n)] : [];
    this.crossed = [...past, ...[...this.done.values()].map((bit) => demand(bit, 0n))];
    this.unmended = [...past, ...[...this.done].map(([r, bit]) => demand(bit, this.mended.get(r)!))];
    for (const [name, node] of Object.entries(nodes)) {
      const ways = this.waysInstead(nodes, node);
      if (ways.length) this.instead.set(name, ways);
    }
  }

  /** What an option does to the facts about harm; null where it does nothing. */
  effect(option: Option): Effect | null {
    const harm = this.harms[option.id];
    const mends = this.mended.get(option.repairs ?? "") ?? 0n;
    if (!harm && !mends) return null;
    let again = 0n;
    for (const rupture of harm?.again ?? []) again |= this.mended.get(rupture) ?? 0n;
    return {
      mendsDone: this.done.get(option.repairs ?? "") ?? 0n,
      mends,
      does: !harm ? 0n : harm.rupture === null ? this.forGood : this.done.get(harm.rupture)!,
      again,
      forGood: this.forGood,
      forgets: this.every & ~this.forGood,
    };
  }

  /** Whether what was done decides if a play may come to an ending, and how it is told. */
  askedAt(ending: Ending): boolean {
    return this.every !== 0n && better(ending.kind, "mixed");
  }

  /** The ending as it is told: of no better kind than what was done allows. */
  told(ending: Ending, position: Position): Ending {
    const most = this.bestKind(position);
    return better(ending.kind, most) ? { ...ending, kind: most } : ending;
  }

  private bestKind(position: Position): EndingKind {
    if (this.unmended.some((demand) => holds(demand, position))) return "mixed";
    return this.crossed.some((demand) => holds(demand, position)) ? "good" : "best";
  }

  private waysInstead(nodes: Record<string, Node>, { ending }: Node): Instead[] {
    if (!ending || !this.askedAt(ending) || !(ending.mended || ending.unmended)) return [];
    const unmended = fit(nodes, ending.unmended, "mixed");
    const mended = ending.kind === "best" ? fit(nodes, ending.mended, "good") : null;
    return [
      ...this.unmended.map((demand) => ({ demand, to: unmended })),
      ...this.crossed.map((demand) => ({ demand, to: mended })),
    ];
  }
}

function demand(has: bigint, lacks: bigint): Demand {
  return { has, lacks, ranges: [] };
}

/** True when one kind of ending is better than the other. */
function better(one: EndingKind, other: EndingKind): boolean {
  return KINDS.indexOf(one) > KINDS.indexOf(other);
}

/** The ending of that name, where it is of no better kind than that. */
function fit(nodes: Record<string, Node>, name: string | null, most: EndingKind): string | null {
  const ending = name === null ? null : nodes[name]?.ending;
  return ending && !better(ending.kind, most) ? name : null;
}

/** The ending that a play comes to that was on its way to the one of that name. */
export function inPlaceOf(ways: Instead[], name: string, position: Position): string {
  return ways.find(({ demand }) => holds(demand, position))?.to ?? name;
}
