// The moves in plain words, each beside its counterfeit, with a line from what was played; seen after a first play.
// Sibling: game/play/glossary.py.

import type { Journal } from "./journal";
import { words } from "./model";
import { length } from "./python";
import { _ } from "./words";
import type { Move, Option, Rubric, Scenario } from "./types";

/** What finished plays of one scenario put before the player, and what of it they chose: ids of options. */
export interface MetOptions {
  offered: Set<string>;
  chosen: Set<string>;
}

/** One move: what somebody did who made it, what that does to the person, the limit it crosses, a line. */
export interface Entry {
  did: string;
  does: string;
  gate: string | null;
  example: string | null;
}

/** A move that helps and those that only look like it; a weak one may stand alone. */
export interface Pair {
  helps: Entry | null;
  counterfeits: Entry[];
}

/** The moves that weigh most on one axis. */
export interface Group {
  name: string;
  pairs: Pair[];
}

/** What was met in these plays, those that came to an end. */
export function met(journals: Iterable<Journal>): MetOptions {
  const found: MetOptions = { offered: new Set(), chosen: new Set() };
  for (const journal of journals) {
    if (!journal.finished) continue;
    for (const choice of journal.choices) {
      for (const id of choice.offered) found.offered.add(id);
      found.chosen.add(choice.option);
    }
  }
  return found;
}

/** Every move of the rubric in groups; examples come from what was met in these scenarios, and nowhere else. */
export function glossaryOf(rubric: Rubric, played: [Scenario, MetOptions][]): Group[] {
  const examples = examplesFrom(rubric, played);
  const entry = ([code, move]: [string, Move]): Entry => {
    const { did, does, gate } = move;
    return { did, does: does ?? "", gate, example: examples.get(code) ?? null };
  };
  const moves = Object.entries(rubric.moves);
  const groups: Group[] = Object.values(rubric.axes).map(({ name }) => ({ name, pairs: [] }));
  for (const [code, move] of moves) {
    if (move.counterfeit_of !== null) continue;
    const mine = entry([code, move]);
    const fakes = moves.filter(([, other]) => other.counterfeit_of === code).map(entry);
    const pair = move.pole ? { helps: null, counterfeits: [mine, ...fakes] } : { helps: mine, counterfeits: fakes };
    groups[axisOf(move)]!.pairs.push(pair);
  }
  return groups;
}

/** The axis that a move weighs on most. */
function axisOf({ vector: [role, relationship, client, clinical] }: Move): 0 | 1 {
  return Math.abs(client) + Math.abs(clinical) > Math.abs(role) + Math.abs(relationship) ? 1 : 0;
}

type Rank = [boolean, boolean, number, number, string];

/** For each move the plainest line that makes it: with nothing in it that goes the other way, one that was chosen, with
 * few other moves, and short. A move that helps is not shown by a line that also harms. */
function examplesFrom(rubric: Rubric, played: [Scenario, MetOptions][]): Map<string, string> {
  const best = new Map<string, { rank: Rank; told: string }>();
  for (const [scenario, known] of played) {
    for (const option of Object.values(scenario.nodes).flatMap((node) => node.options)) {
      if (!known.offered.has(option.id)) continue;
      const yours = known.chosen.has(option.id);
      const mixed = new Set(option.moves.map((code) => leans(rubric, code))).size > 1;
      const rank: Rank = [mixed, !yours, option.moves.length, length(words(option)), option.id];
      for (const code of option.moves) {
        if (mixed && !leans(rubric, code)) continue;
        const before = best.get(code);
        if (!before || lower(rank, before.rank)) best.set(code, { rank, told: example(option, scenario, yours) });
      }
    }
  }
  return new Map([...best].map(([code, { told }]) => [code, told]));
}

function example(option: Option, { title }: Scenario, yours: boolean): string {
  const values = { title, words: words(option) };
  return yours ? _("You, in {title}: {words}", values) : _("In {title}: {words}", values);
}

function lower(one: Rank, other: Rank): boolean {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs >= 0 && one[differs]! < other[differs]!;
}

/** True for a move that leans out of balance or crosses a hard limit. */
function leans(rubric: Rubric, code: string): boolean {
  const move = rubric.moves[code];
  return Boolean(move && (move.pole || move.gate));
}
