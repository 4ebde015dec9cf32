// Where a play goes beside this device's own storage: nowhere on a page, to the learning platform in a package. A
// platform's host is a module of its own; the face calls it after a line is kept, and never waits for it.
import { _, type JournalEvent, type Scorecard } from "../core";
import type { Plays } from "./plays";
import type { Shelf } from "./shelf";
import type { Storage } from "./storage";

/** Where a player can go from what is said: the words of a link, and its address. */
export interface Way {
  words: string;
  address: string;
}

export type Say = (words: string, way?: Way) => void;

export interface Host {
  /** True where the platform decides who plays and what is kept: no "someone else plays", no list of plays. */
  readonly platform: boolean;
  /** What becomes of what is chosen and written, in words for the player. */
  readonly privacy: string;
  /** Whose plays are kept here, where the platform says so: each player at a shared computer sees only their own. */
  readonly store: string;
  /** Gets to know what is kept on this device and what is played; called once, before `open`. */
  meet(plays: Plays, shelf: Shelf, storage: Storage): void;
  /** The player's name as the platform knows it, or null. */
  name(): string | null;
  /** Returns the journal of a play to take up, as the platform kept it; null where there is none. */
  resume(): Promise<string | null>;
  /** Begins; `say` says something above every screen. */
  open(say: Say): Promise<void>;
  /** A line was kept: the event, its line, whole, and the play it belongs to. */
  told(event: JournalEvent, line: string, session: string): void;
  /** The play came to its debrief. */
  finished(card: Scorecard, journal: string): void;
  /** The player leaves for now. */
  left(journal: string): void;
  /** Has what was handed in removed where it went, where that can be; resolves to how many plays there were. */
  readonly takeBack: (() => Promise<number>) | null;
}

/** A page by itself. */
export class Alone implements Host {
  readonly platform: boolean = false;
  readonly store: string = "";

  get privacy(): string {
    return _("What you play is kept in this browser and sent nowhere. You hand it in yourself.");
  }

  readonly takeBack: (() => Promise<number>) | null = null;

  async open(_say: Say): Promise<void> {}

  meet(_plays: Plays, _shelf: Shelf, _storage: Storage): void {}

  name(): string | null {
    return null;
  }

  async resume(): Promise<string | null> {
    return null;
  }

  told(_event: JournalEvent, _line: string, _session: string): void {}

  finished(_card: Scorecard, _journal: string): void {}

  left(_journal: string): void {}
}
