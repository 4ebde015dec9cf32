// What a play, its journal and its card look like. Siblings: game/play/session.py, game/play/events.py,
// game/rubric/score.py.

import type { ClientState, EndingKind, Line, Mode, Option, Rupture, Vector } from "./types";

// ── a play ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type Phase = "briefing" | "reading" | "choosing" | "feedback" | "reflection" | "debrief" | "abandoned";

/** An option as it stands before the player: open, or locked with the reason. */
export interface Offer {
  option: Option;
  locked: string | null;
}

/** Lines to read in one place, thoughts left out. */
export interface LinesInPlace {
  node: string;
  place: string;
  frame: string;
  lines: Line[];
}

/** What practice mode shows after a choice. */
export interface Feedback {
  option: Option;
  reply: LinesInPlace;
  did: string[];
  text: string | null;
  instead: string | null;
}

// ── what a journal records (game/play/events.py) ─────────────────────────────────────────────────────────────────

export interface Begun {
  n: number;
  at: string;
  session: string;
  scenario: string;
  title: string;
  scenario_fingerprint: string;
  rubric_fingerprint: string;
  seed: bigint;
  mode: Mode;
  player: string | null;
  class_code: string | null;
  game: string;
  device: string | null;
  branched_from: string | null;
  branched_at: number | null;
  event: "begun";
}

export interface Chosen {
  n: number;
  at: string;
  node: string;
  option: string;
  offered: string[];
  elapsed_ms: number;
  event: "chosen";
}

export interface Worded {
  n: number;
  at: string;
  node: string;
  text: string;
  event: "worded";
}

export interface Reflected {
  n: number;
  at: string;
  answers: { question: string; text: string }[];
  event: "reflected";
}

export interface Finished {
  n: number;
  at: string;
  ending: string;
  card: Record<string, number | null>;
  event: "finished";
}

export interface Resumed {
  n: number;
  at: string;
  event: "resumed";
}

export interface Abandoned {
  n: number;
  at: string;
  event: "abandoned";
}

export type JournalEvent = Begun | Chosen | Worded | Resumed | Reflected | Finished | Abandoned;

/** A line of a journal on its way to be kept: its number and its text, the line feed included. */
export interface JournalLine {
  n: number;
  line: string;
}

/** Where a session writes. The face gives one that keeps lines in IndexedDB; `MemoryRecorder` is the other. */
export interface Recorder {
  /** Keeps these lines, all of them or none; only when this resolves does the play go on. */
  write(lines: JournalLine[]): Promise<void>;
  /** Lets go; nothing is written any more. */
  close(): void;
}

/** Gives a new play its recorder. */
export type Keeper = (begun: Begun) => Recorder;

/** The present moment in milliseconds since 1970; the only clock. */
export type Clock = () => number;

// ── what a play came to (game/rubric/score.py) ───────────────────────────────────────────────────────────────────

export interface Score {
  moment: number | null;
  path: number | null;
  chance: number | null;
}

export interface AxisReading extends Score {
  name: string | null;
}

export interface PoleCount {
  chosen: number;
  offered: number;
}

export interface ChoiceRecord {
  turn: number;
  node: string;
  place: string;
  option: string;
  say: string;
  moves: string[];
  vector: Vector;
  low: Vector;
  high: Vector;
  at_stake: [boolean, boolean, boolean, boolean];
  poles: string[];
  poles_offered: string[];
  gates: string[];
  state: ClientState;
  thinks: Thought[];
  feedback: string | null;
  instead: string | null;
  heard: Line[];
}

/** What somebody privately thought: their name as the player knows it, and the words. */
export interface Thought {
  who: string;
  words: string;
}

export interface GateEvent {
  turn: number;
  node: string;
  option: string;
  move: string;
  what: string;
  why: string;
  mended: number | null;
  mendable: boolean;
}

export interface RuptureEvent {
  id: string;
  kind: Rupture["kind"];
  what: string;
  opened: number;
  repaired: number | null;
}

export interface EndingReached {
  id: string;
  kind: EndingKind;
  title: string;
  text: string;
  outcome: string | null;
}

export interface Scorecard {
  scenario: string;
  title: string;
  complete: boolean;
  ending: EndingReached | null;
  components: Record<string, Score>;
  axes: Record<string, AxisReading>;
  poles: Record<string, PoleCount>;
  gates: GateEvent[];
  ruptures: RuptureEvent[];
  choices: ChoiceRecord[];
}
