// The hard limits that a play crossed: each with why it is one, and whether its harm was mended, in which turn.
// Sibling: game/rubric/gates.py.

import type { Harms } from "./endings_after_harm";
import type { GateEvent, Option, Rubric } from "./types";

/** The limits crossed by these choices (each with its node), in order; mended as the story's own rule has it. */
export function gateEvents(rubric: Rubric, harms: Harms, chosen: [string, Option][]): GateEvent[] {
  const found: GateEvent[] = [];
  const waiting = new Map<string, GateEvent[]>(); // by rupture, the events that its repair would mend
  const mended = new Set<string>();
  chosen.forEach(([node, option], index) => {
    const turn = index + 1;
    const mends = option.repairs === null ? undefined : waiting.get(option.repairs);
    if (option.repairs !== null && mends) {
      for (const event of mends) event.mended = turn;
      waiting.delete(option.repairs);
      mended.add(option.repairs);
    }
    const harm = harms[option.id];
    if (!harm) return;
    const mendable = harm.rupture !== null && !harm.again.some((rupture) => mended.has(rupture));
    for (const code of option.moves) {
      const move = rubric.moves[code]!;
      if (!move.gate) continue;
      const event = { turn, node, option: option.id, move: code, what: move.gate, why: move.does ?? "", mended: null, mendable };
      if (harm.rupture !== null && mendable) waiting.set(harm.rupture, [...(waiting.get(harm.rupture) ?? []), event]);
      found.push(event);
    }
  });
  return found;
}
