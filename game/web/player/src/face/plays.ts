// The plays of this device: what is kept of them, and the recorder that keeps a new one's lines.
import {
  fromLine,
  met,
  newId,
  parseJournal,
  type Begun,
  type Journal,
  type JournalEvent,
  type JournalLine,
  type Keeper,
  type MetOptions,
  type Recorder,
  type Scenario,
} from "../core";
import type { All } from "./base";
import type { Shelf } from "./shelf";
import { NotKept, type Storage, type Trouble } from "./storage";

/** A play as it is listed. */
export interface Play {
  session: string;
  scenario: string;
  title: string;
  at: string;
  turns: number;
  finished: boolean;
  ending: string | null;
  player: string | null;
}

export class Plays {
  private readonly lines = new Map<string, string[]>();
  /** The small things that were kept when the page was opened, by name. */
  small = new Map<string, unknown>();
  /** The name that plays carry from now on; empty for none. */
  player = "";
  private mark: string | null = null;
  /** Called with what went wrong while a line was being kept. */
  failed: (trouble: Trouble) => void = () => {};
  /** Called with each event once its line is kept. */
  told: (event: JournalEvent, line: string, session: string) => void = () => {};

  constructor(
    private readonly storage: Storage,
    private readonly shelf: Shelf,
  ) {}

  /** Takes in what is kept. */
  open({ plays, small }: All): void {
    for (const [session, lines] of plays) this.lines.set(session, lines);
    this.small = small;
    const [player, mark] = [small.get("player"), small.get("device")];
    if (typeof player === "string") this.player = player;
    if (typeof mark === "string") this.mark = mark;
  }

  /** Every play, the newest first. */
  get list(): Play[] {
    const found = [...this.lines.keys()].map((session) => this.find(session)).filter((play) => play !== undefined);
    return found.sort((one, other) => (one.at < other.at ? 1 : -1));
  }

  /** Returns a play as it is listed. */
  find(session: string): Play | undefined {
    try {
      const { begun, choices, finished } = this.read(session);
      const { scenario, title, at, player } = begun;
      const ending = finished && (this.shelf.find(scenario)?.scenario.nodes[finished.ending]?.ending?.title ?? finished.ending);
      return { session, scenario, title, at, turns: choices.length, finished: finished !== null, ending, player };
    } catch {
      return undefined;
    }
  }

  /** Returns the newest play of a scenario, if it was left before its end. */
  unfinished(scenario: string): Play | undefined {
    const newest = this.list.find((play) => play.scenario === scenario);
    return newest && !newest.finished ? newest : undefined;
  }

  /** Returns a play's journal as its file holds it. */
  journal(session: string): string {
    return (this.lines.get(session) ?? []).join("");
  }

  /** Returns a play's journal, read. Throws JournalError. */
  read(session: string): Journal {
    return parseJournal(this.journal(session), session.slice(0, 6));
  }

  /** Returns what was answered to the open questions of a play. */
  answers(session: string): { question: string; text: string }[] {
    return this.lines.has(session) ? (this.read(session).reflected?.answers ?? []) : [];
  }

  /** Takes in a journal that a platform kept, and keeps here what this device lacks of it; returns its play. Raises
   * JournalError. */
  async take(text: string): Promise<Play | undefined> {
    const { session } = parseJournal(text).begun;
    const lines = text.split("\n").filter(Boolean).map((line) => `${line}\n`);
    const known = this.lines.get(session)?.length ?? 0;
    this.lines.set(session, lines);
    const missing = lines.map((line, n) => ({ n, line })).slice(known);
    await this.storage.add(session, missing).catch(() => this.failed("failed"));
    return this.find(session);
  }

  /** What finished plays put before the player, scenario by scenario. */
  met(): [Scenario, MetOptions][] {
    const finished = this.list.filter((play) => play.finished);
    return this.shelf.all.flatMap(({ scenario }): [Scenario, MetOptions][] => {
      const journals = finished.filter((play) => play.scenario === scenario.id).map((play) => this.read(play.session));
      return journals.length ? [[scenario, met(journals)]] : [];
    });
  }

  /** The mark of this device, made on first use. */
  async device(): Promise<string> {
    if (this.mark === null) {
      this.mark = newId();
      await this.storage.set("device", this.mark);
    }
    return this.mark;
  }

  /** Plays carry this name from now on. */
  async name(player: string): Promise<void> {
    if (player === this.player) return;
    this.player = player;
    await this.storage.set("player", player);
  }

  /** Somebody else plays from now on: no name, another mark. */
  async someoneElse(): Promise<void> {
    this.player = "";
    this.mark = newId();
    await this.storage.set("player", "");
    await this.storage.set("device", this.mark);
  }

  /** Erases one play, or everything that is kept. */
  async erase(session?: string): Promise<void> {
    await this.storage.erase(session);
    if (session !== undefined) this.lines.delete(session);
    else {
      this.lines.clear();
      this.player = "";
      this.mark = null;
    }
  }

  /** Gives a play, new or taken up again, its recorder. */
  readonly keeper: Keeper = (begun: Begun): Recorder => new KeptRecorder(this.storage, this.linesOf(begun.session), begun.session, this);

  private linesOf(session: string): string[] {
    const lines = this.lines.get(session) ?? [];
    this.lines.set(session, lines);
    return lines;
  }
}

/** Keeps lines on the device, and in memory what the device would not take: that is tried again with the next line. */
class KeptRecorder implements Recorder {
  private waiting: JournalLine[] = [];

  constructor(
    private readonly storage: Storage,
    private readonly lines: string[],
    private readonly session: string,
    private readonly plays: Plays,
  ) {}

  async write(fresh: JournalLine[]): Promise<void> {
    try {
      await this.storage.add(this.session, [...this.waiting, ...fresh]);
      this.waiting = [];
    } catch (error) {
      const trouble = error instanceof NotKept ? error.trouble : "failed";
      this.plays.failed(trouble);
      if (trouble === "elsewhere") throw error; // another tab is ahead: what is done here would be lost
      this.waiting.push(...fresh);
    }
    for (const { n, line } of fresh) {
      this.lines[n] = line;
      const event = fromLine(line.trimEnd());
      if (event) this.plays.told(event, line, this.session);
    }
  }

  close(): void {}
}
