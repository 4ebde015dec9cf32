// What stands at the end of every play: what it came to for the other person, what was harm and why, what the scenario
// leaves out, and what makes its weaker lines tempting. Sibling: game/play/closing.py.

import { strip } from "./python";
import { _ } from "./words";
import type { GateEvent, Scenario, Scorecard } from "./types";

/** The hard limits crossed in one turn, told in sentences. */
export interface HarmfulTurn {
  turn: number;
  told: string;
}

export interface Closing {
  outcome: string | null;
  harms: HarmfulTurn[];
  pastMending: string | null;
  limits: string[];
  trap: string | null;
}

/** What stands at the end of the play of this card, in the words of this scenario. */
export function closing(card: Scorecard, { teaching }: Scenario): Closing {
  return {
    outcome: card.ending?.outcome ?? null,
    harms: harmsOf(card.gates),
    pastMending: pastMending(card.gates),
    limits: teaching?.limits ?? [],
    trap: teaching && sentence(teaching.trap),
  };
}

/** The hard limits turn by turn; what a limit does to a person is told the first time only. */
function harmsOf(gates: readonly GateEvent[]): HarmfulTurn[] {
  const said = new Set<string>();
  return turnsOf(gates).map((turn) => {
    const events = gates.filter((gate) => gate.turn === turn);
    const told = _("Turn {turn}: {what}.", { turn, what: events.map((gate) => gate.what).join("; ") });
    const whys = [...new Set(events.map((gate) => gate.why))].filter((why) => why && !said.has(why));
    whys.forEach((why) => said.add(why));
    return { turn, told: [told, ...whys, ...mending(events)].join(" ") };
  });
}

/** Whether the limits of a turn were mended; nothing where nothing could have mended one of them. */
function mending(events: readonly GateEvent[]): string[] {
  if (events.some(isPastMending)) return [];
  const mended = events.flatMap((gate) => gate.mended || []);
  return [mended.length < events.length ? _("It was not mended.") : _("You mended it in turn {turn}.", { turn: Math.max(...mended) })];
}

/** Which turns nothing later in the play could have mended, said once and as a way on. */
function pastMending(gates: readonly GateEvent[]): string | null {
  const turns = turnsOf(gates.filter(isPastMending));
  if (!turns.length) return null;
  const last = turns.pop()!;
  if (!turns.length)
    return _("What was done in turn {turn} cannot be mended later, so that is the turn to play another way.", { turn: last });
  return _("What was done in turns {turns} and {last} cannot be mended later, so those are the turns to play another way.", {
    turns: turns.join(", "),
    last,
  });
}

function isPastMending(gate: GateEvent): boolean {
  return !gate.mended && !gate.mendable;
}

function turnsOf(gates: readonly GateEvent[]): number[] {
  return [...new Set(gates.map((gate) => gate.turn))];
}

function sentence(text: string): string {
  return /^[^]+?[.!?](?=\s|$)/.exec(strip(text))?.[0] ?? text;
}
