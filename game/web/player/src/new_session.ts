// A play made new, and taken up again from its journal. Sibling: `new_session` and `resume_session` of
// game/play/session.py.

import { JournalError } from "./errors";
import { type Journal, MemoryRecorder } from "./journal";
import { cut, isoTime, storable, strip } from "./python";
import type { ScoringModel } from "./scoring_model";
import { newId } from "./seed";
import { Session } from "./session";
import { _ } from "./words";
import type { Begun, Clock, Keeper, Mode, Recorder } from "./types";

const MOST_NAME = 200;

/** Who plays a new play, and how. */
export interface NewPlay {
  mode: Mode;
  seed: bigint;
  game: string; // the version that plays
  player?: string | null;
  class_code?: string | null;
  device?: string | null; // the mark of this browser
  session?: string;
}

/** A new play, its journal begun with the recorder that `keep` gives. */
export async function newSession(
  exact: ScoringModel,
  play: NewPlay,
  keep: Keeper = () => new MemoryRecorder(),
  clock: Clock = Date.now,
): Promise<Session> {
  const { scenario } = exact.story;
  const begun: Begun = {
    n: 0,
    at: isoTime(clock()),
    session: play.session ?? newId(),
    scenario: asName(scenario.id) ?? "scenario",
    title: scenario.title,
    scenario_fingerprint: scenario.fingerprint,
    rubric_fingerprint: exact.rubric.fingerprint,
    seed: play.seed,
    mode: play.mode,
    player: asName(play.player),
    class_code: asName(play.class_code),
    game: play.game,
    device: play.device ?? null,
    branched_from: null,
    branched_at: null,
    event: "begun",
  };
  const session = new Session(exact, begun, keep(begun), clock);
  await session.write(begun);
  return session;
}

/** A name as the journal can hold it. */
function asName(text: string | null | undefined): string | null {
  return cut(strip(storable(text ?? "")), MOST_NAME) || null;
}

/** An unfinished play where it stopped, and in words what its journal has lost or what has changed since. `recorder`
 * goes on with the same journal. */
export async function resumeSession(
  exact: ScoringModel,
  journal: Journal,
  recorder: Recorder,
  clock: Clock = Date.now,
): Promise<[Session, string[]]> {
  if (journal.finished) throw new JournalError(`${journal.name} is a finished play. Use \`score\` to see its card.`);
  if (journal.damaged)
    throw new JournalError(`${journal.name} is damaged and cannot be continued. ${journal.lost.join(" ")}`);
  const session = new Session(exact, journal.begun, recorder, clock);
  session.replay(journal);
  session.showFeedbackAgain(journal);
  await session.write({ event: "resumed", at: isoTime(clock()) });
  return [session, [...journal.lost, ...changes(journal, exact)]];
}

/** In words, that the scenario is no longer the one that a journal was played with. */
export function changes({ begun }: Journal, exact: ScoringModel): string[] {
  const same = begun.scenario_fingerprint === exact.story.scenario.fingerprint;
  return same ? [] : [_("The scenario has changed since this play began.")];
}
