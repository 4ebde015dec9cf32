// The journal: one append-only line an event, kept before anything else happens. It is the save; there is no other.
// Sibling: game/play/journal.py.

import { JournalError } from "./errors";
import { fromLine, JOURNAL_FORMAT } from "./events";
import type { Begun, Chosen, Finished, JournalEvent, JournalLine, Recorder, Reflected } from "./types";
import { _ } from "./words";

const MOST_LINES = 20_000;

/** A recorder that keeps lines in memory: for what is not to be kept, and where nothing can be. */
export class MemoryRecorder implements Recorder {
  readonly lines: string[] = [];

  /** Keeps the lines. */
  async write(lines: JournalLine[]): Promise<void> {
    for (const { line } of lines) this.lines.push(line);
  }

  /** There is nothing to let go of. */
  close(): void {}
}

/** A journal read back: the events that are whole, and in words what is not. */
export class Journal {
  constructor(
    readonly name: string,
    readonly begun: Begun,
    readonly events: JournalEvent[],
    readonly lost: string[],
    /** True where more than a torn last line is lost, so that nobody can go on with it. */
    readonly damaged = false,
  ) {}

  /** The choices in order. */
  get choices(): Chosen[] {
    return this.events.filter((event) => event.event === "chosen");
  }

  /** How many of the choices were made in the play that this one goes on from. */
  get copied(): number {
    return Math.min((this.begun.branched_at ?? 1) - 1, this.choices.length);
  }

  /** The end, when the play came to one. */
  get finished(): Finished | null {
    return this.events.find((event) => event.event === "finished") ?? null;
  }

  /** The answers, when any were given. */
  get reflected(): Reflected | null {
    return this.events.find((event) => event.event === "reflected") ?? null;
  }

  /** What the player typed before choosing, by the turn (from 1) it was typed at. */
  get worded(): Map<number, string> {
    const found = new Map<number, string>();
    let turn = 1;
    for (const event of this.events) {
      if (event.event === "chosen") turn += 1;
      if (event.event === "worded") found.set(turn, event.text);
    }
    return found;
  }
}

/** The journal in this text; `name` says in messages which one it is. Throws JournalError when it is none.
 *
 * Events are taken up to the first gap: a choice after a lost one could not be told apart from another. */
export function parseJournal(text: string, name = "journal"): Journal {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const rows = whole.split("\n").slice(0, -1); // by the line feed alone: a text may hold other ends of line
  const events: JournalEvent[] = [];
  const lost: string[] = [];
  for (const [index, row] of rows.slice(0, MOST_LINES).entries()) {
    const number = index + 1;
    const event = fromLine(row);
    if (event === null) {
      if (number === 1) throw notAJournal(name, row);
      lost.push(_("Line {n} cannot be read; it and the {after} after it are left out.", { n: number, after: rows.length - number }));
      break;
    }
    if (event.n !== events.length) {
      lost.push(
        _("Line {n} should be event {due} but is {found}; it and what follows are left out.", { n: number, due: events.length, found: event.n }),
      );
      break;
    }
    events.push(event);
  }
  if (rows.length > MOST_LINES && !lost.length)
    lost.push(_("It has more than {n} lines; what follows them is left out.", { n: MOST_LINES.toLocaleString("en") }));
  const damaged = lost.length > 0;
  if (whole.length < text.length) {
    const torn = new TextEncoder().encode(text.slice(whole.length)).length;
    lost.push(_("The last line is torn ({n} bytes): the event being written is lost.", { n: torn }));
  }
  const [begun] = events;
  if (begun?.event !== "begun") throw notAJournal(name, rows[0] ?? "");
  return new Journal(name, begun, events, lost, damaged);
}

function notAJournal(name: string, first: string): JournalError {
  const written = Number(/"format": ?(\d{1,9})/.exec(first.slice(0, 2000))?.[1] ?? 0);
  if (written > JOURNAL_FORMAT)
    return new JournalError(
      `${name} was written by a newer game (journal format ${written}; this game reads ${JOURNAL_FORMAT}). ` +
        "Update the game.",
    );
  return new JournalError(`${name} is not a journal of Equal Footing: its first line does not begin a play.`);
}
