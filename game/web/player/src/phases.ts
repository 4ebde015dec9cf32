// The phases of a session. The table comes as data from its one home, game/play/phases.py.

import { WrongPhase } from "./errors";
import type { PageData, Phase } from "./types";

let table: [string, string, string][] = []; // trigger, from, to
let live: string[] = [];

/** From now on sessions walk by this table. */
export function walkBy(phases: PageData["phases"]): void {
  ({ table, live } = phases);
}

/** Whether a play in this phase can still be gone on with. */
export function isLive(phase: Phase): boolean {
  return live.includes(phase);
}

/** The phase a session is in; `to(trigger)` moves it, or throws WrongPhase. */
export class Phases {
  state: Phase = "briefing";

  /** Takes the transition called `trigger` from the present phase. */
  to(trigger: string): void {
    this.state = this.target(trigger);
  }

  /** Throws WrongPhase unless `to(trigger)` is possible now; asked before anything is written. */
  check(trigger: string): void {
    this.target(trigger);
  }

  private target(trigger: string): Phase {
    const row = table.find(([name, from]) => name === trigger && from === this.state);
    if (row) return row[2] as Phase;
    const possible = table.filter(([, from]) => from === this.state).map(([name]) => name);
    throw new WrongPhase(
      `\`${trigger}\` is not possible in phase ${this.state}. Possible: ${possible.join(", ") || "nothing"}.`,
    );
  }
}
