// Playing on from any turn: a new play that repeats an earlier one up to a choice, and goes its own way from there.
// Sibling: game/play/branch.py.
//
// The choices before that turn are copied, so that every journal stands alone and is folded alone.

import { JournalError } from "./errors";
import { asLine } from "./events";
import { Journal } from "./journal";
import { isoTime } from "./python";
import type { ScoringModel } from "./scoring_model";
import { newId } from "./seed";
import { changes } from "./new_session";
import { Session } from "./session";
import type { Begun, Clock, JournalEvent, Keeper } from "./types";

/** A new play standing before choice number `turn` (from 1) of the play in this journal, and in words what the journal
 * has lost or what has changed since. Throws JournalError; nothing is written then. */
export async function branchSession(
  exact: ScoringModel,
  parent: Journal,
  turn: number,
  game: string,
  keep: Keeper,
  clock: Clock = Date.now,
  session: string = newId(),
): Promise<[Session, string[]]> {
  const last = parent.choices.length + (parent.finished ? 0 : 1);
  if (!(turn >= 1 && turn <= last))
    throw new JournalError(`${parent.name} has no turn ${turn} to play on from. Name a turn from 1 to ${last}.`);
  const begun: Begun = {
    ...parent.begun,
    at: isoTime(clock()),
    session,
    scenario_fingerprint: exact.story.scenario.fingerprint,
    rubric_fingerprint: exact.rubric.fingerprint,
    game,
    branched_from: parent.begun.session,
    branched_at: turn,
  };
  const events = [begun, ...before(parent, turn)];
  const made = new Session(exact, begun, undefined, clock);
  made.replay(new Journal(parent.name, begun, events, []));
  if (made.phase === "briefing") made.begin();
  made.recorder = keep(begun);
  await made.recorder.write(events.map((event) => ({ n: event.n, line: asLine(event) })));
  return [made, [...parent.lost, ...changes(parent, exact)]];
}

/** What was chosen, and typed before choosing, in the turns before this one, numbered anew. */
function before(parent: Journal, turn: number): JournalEvent[] {
  const kept: JournalEvent[] = [];
  let turns = 0;
  for (const event of parent.events) {
    if (turns === turn - 1) break;
    if (event.event !== "chosen" && event.event !== "worded") continue;
    kept.push({ ...event, n: kept.length + 1 });
    if (event.event === "chosen") turns += 1;
  }
  return kept;
}
