// A play that is over, to look at. Sibling: game/play/family.py.

import type { Journal } from "./journal";
import type { ScoringModel } from "./scoring_model";
import { Session } from "./session";

/** A play as it stands in its journal, to look at and not to go on with: nothing is written. */
export async function lookAgain(exact: ScoringModel, journal: Journal): Promise<Session> {
  const session = new Session(exact, journal.begun);
  session.replay(journal);
  if (session.ending) {
    await session.read();
    await session.reflect([]);
  }
  return session;
}
