// What a journal records, one JSON line an event, written as pydantic writes it: byte for byte what the desktop game
// would have written. Sibling: game/play/events.py.

import { asFloat, length, storable, wellFormed } from "./python";
import type { Begun, JournalEvent } from "./types";

export const JOURNAL_FORMAT = 1;

const KEYS: Record<JournalEvent["event"], string[]> = {
  begun: [
    "n", "at", "session", "scenario", "title", "scenario_fingerprint", "rubric_fingerprint", "seed", "mode", "player",
    "class_code", "game", "device", "branched_from", "branched_at", "format", "event",
  ],
  chosen: ["n", "at", "node", "option", "offered", "elapsed_ms", "event"],
  worded: ["n", "at", "node", "text", "event"],
  resumed: ["n", "at", "event"],
  reflected: ["n", "at", "answers", "event"],
  finished: ["n", "at", "ending", "card", "event"],
  abandoned: ["n", "at", "event"],
};

/** The event as one JSON line, line feed included. */
export function asLine(event: JournalEvent): string {
  const values: Record<string, unknown> = event.event === "begun" ? { ...event, format: JOURNAL_FORMAT } : { ...event };
  const entries = KEYS[event.event].map((key): [string, unknown] => [key, values[key]]);
  return written(Object.fromEntries(entries)) + "\n";
}

/** A value as JSON. What is null vanishes, but for a score of a card; and only those have a point. */
function written(value: unknown, inCard = false): string {
  if (typeof value === "string") return JSON.stringify(storable(value));
  if (typeof value === "number" && inCard) return asFloat(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => written(item)).join(",")}]`;
  const kept = Object.entries(value).filter(([, item]) => inCard || item !== null);
  const pairs = kept.map(([key, item]) => `${JSON.stringify(key)}:${written(item, inCard || key === "card")}`);
  return `{${pairs.join(",")}}`;
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

const ID = /^[0-9a-f]{32}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;
const MOST_NAME = 200;
const MOST_TEXT = 20_000;

/** The event of one JSON line; null when it is none. */
export function fromLine(line: string): JournalEvent | null {
  try {
    const data: unknown = JSON.parse(line);
    if (typeof data !== "object" || data === null) return null;
    return read(data as Record<string, unknown>, line);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Unreadable) return null;
    throw error;
  }
}

class Unreadable extends Error {}

function read(data: Record<string, unknown>, line: string): JournalEvent {
  const of = { n: count(data["n"]), at: matching(data["at"], TIME) };
  switch (data["event"]) {
    case "begun":
      return { ...of, ...begun(data, line) };
    case "chosen":
      return {
        ...of,
        node: name(data["node"]),
        option: name(data["option"]),
        offered: list(data["offered"]).map(name),
        elapsed_ms: count(data["elapsed_ms"]),
        event: "chosen",
      };
    case "worded":
      return { ...of, node: name(data["node"]), text: text(data["text"]), event: "worded" };
    case "reflected":
      return { ...of, answers: list(data["answers"]).map(answer), event: "reflected" };
    case "finished":
      return { ...of, ending: name(data["ending"]), card: card(data["card"]), event: "finished" };
    case "resumed":
    case "abandoned":
      return { ...of, event: data["event"] };
    default:
      throw new Unreadable();
  }
}

function begun(data: Record<string, unknown>, line: string): Omit<Begun, "n" | "at"> {
  const mode = data["mode"];
  sure((mode === "practice" || mode === "assess") && (data["format"] ?? JOURNAL_FORMAT) === JOURNAL_FORMAT);
  return {
    session: matching(data["session"], ID),
    scenario: name(data["scenario"]),
    title: name(data["title"]),
    scenario_fingerprint: name(data["scenario_fingerprint"]),
    rubric_fingerprint: name(data["rubric_fingerprint"]),
    seed: seed(line),
    mode,
    player: maybe(data["player"], name),
    class_code: maybe(data["class_code"], name),
    game: maybe(data["game"], name) ?? "",
    device: maybe(data["device"], (value) => matching(value, ID)),
    branched_from: maybe(data["branched_from"], (value) => matching(value, ID)),
    branched_at: maybe(data["branched_at"], (value) => {
      sure(count(value) >= 1);
      return value as number;
    }),
    event: "begun",
  };
}

/** The seed, digit by digit: a number of JavaScript has 53 bits, and a seed 64. */
function seed(line: string): bigint {
  const found = BigInt(/"seed":\s*(-?\d+)\s*[,}]/.exec(line)?.[1] ?? refused());
  sure(BigInt.asIntN(64, found) === found);
  return found;
}

function sure(holds: boolean): asserts holds {
  if (!holds) refused();
}

function refused(): never {
  throw new Unreadable();
}

function maybe<Value>(value: unknown, reads: (value: unknown) => Value): Value | null {
  return value === null || value === undefined ? null : reads(value);
}

function count(value: unknown): number {
  sure(typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 2 ** 53);
  return value;
}

function text(value: unknown, most = MOST_TEXT): string {
  sure(typeof value === "string" && length(value) <= most && wellFormed(value));
  return value;
}

function name(value: unknown): string {
  return text(value, MOST_NAME);
}

function matching(value: unknown, pattern: RegExp): string {
  sure(typeof value === "string" && pattern.test(value));
  return value;
}

function list(value: unknown): unknown[] {
  sure(Array.isArray(value));
  return value;
}

function record(value: unknown): Record<string, unknown> {
  sure(typeof value === "object" && value !== null && !Array.isArray(value));
  return value as Record<string, unknown>;
}

function answer(value: unknown): { question: string; text: string } {
  const { question, text: typed } = record(value);
  return { question: text(question), text: text(typed) };
}

function card(value: unknown): Record<string, number | null> {
  const figures = Object.entries(record(value));
  sure(figures.every(([, figure]) => figure === null || typeof figure === "number"));
  return Object.fromEntries(figures) as Record<string, number | null>;
}
