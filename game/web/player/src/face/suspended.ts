// A play in a few hundred characters: what a learning platform keeps of it (4,096 at most, plain letters), so that it goes
// on at another device. The seed and the choices are enough to make every line of its journal again, but for what was
// typed: that stays on the device where it was typed.
import { asLine, type Begun, fromLine, type Journal, type JournalEvent, MemoryRecorder, Session, isoTime } from "../core";
import type { Plays } from "./plays";
import type { Shelf } from "./shelf";

export const MOST = 4096;
const FORM = "1";

interface Choice {
  option: string;
  at: number; // ms after the play began
  elapsed: number; // ms that the options were on the screen
}

/** What is kept of a play. */
interface Kept {
  session: string;
  seed: bigint;
  practice: boolean;
  began: number;
  fingerprint: string;
  device: string | null;
  from: string | null;
  turn: number | null;
  ended: number | null; // ms after the play began; null before its end
  choices: Choice[];
}

/** Returns the play in at most 4,096 characters; without its times where it is too long; null where even that is. */
export function suspended(journal: Journal): string | null {
  const { begun, choices, finished } = journal;
  const began = Date.parse(begun.at);
  const since = (at: string): string => (Date.parse(at) - began).toString(36);
  const head = [
    FORM,
    begun.session,
    begun.seed.toString(36),
    begun.mode === "practice" ? "p" : "a",
    began.toString(36),
    begun.scenario_fingerprint,
    begun.device ?? "",
    begun.branched_from ?? "",
    begun.branched_at?.toString() ?? "",
    finished ? since(finished.at) : "",
  ].join("|");
  const whole = choices.map((one) => `${one.option}.${since(one.at)}.${one.elapsed_ms.toString(36)}`);
  const bare = choices.map((one) => one.option);
  return [whole, bare].map((rows) => `${head}|${rows.join(",")}`).find((text) => text.length <= MOST) ?? null;
}

/** Returns what is kept in a text that `suspended` made; null where it is none. */
function read(text: string): Kept | null {
  const parts = text.split("|");
  const [form, session = "", seed = "", mode, began = "", fingerprint = "", device, from, turn, ended, choices = ""] = parts;
  if (form !== FORM || !/^[0-9a-f]{32}$/.test(session) || !/^-?[0-9a-z]+$/.test(seed)) return null;
  return {
    session,
    seed: wide(seed),
    practice: mode === "p",
    began: parseInt(began, 36),
    fingerprint,
    device: device || null,
    from: from || null,
    turn: turn ? Number(turn) : null,
    ended: ended ? parseInt(ended, 36) : null,
    choices: choices.split(",").filter(Boolean).map(choice),
  };
}

function choice(text: string): Choice {
  const [option = "", at = "0", elapsed = "0"] = text.split(".");
  return { option, at: parseInt(at, 36), elapsed: parseInt(elapsed, 36) };
}

/** A whole number of base 36, digit by digit: a seed has 64 bits. */
function wide(text: string): bigint {
  const digits = [...text.replace("-", "")].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
  return text.startsWith("-") ? -digits : digits;
}

/** Returns the journal of a kept play: as this device has it where it has as much of it, else made again from the choices,
 * after whatever this device has. Null where the text is none. Throws GameError where the scenario has changed too far. */
export async function taken(text: string, shelf: Shelf, plays: Plays, player: string | null): Promise<string | null> {
  const kept = read(text);
  if (!kept) return null;
  const made = await again(kept, shelf, player);
  const here = plays.journal(kept.session);
  if (!here) return written(made);
  const { events } = plays.read(kept.session);
  const [mine, theirs] = [events, made].map((some) => some.flatMap((event) => (event.event === "chosen" ? [event.option] : [])));
  const as = (one: string[], other: string[]): boolean => one.every((id, n) => other[n] === id);
  if (as(theirs!, mine!) && (!kept.ended || events.some(({ event }) => event === "finished"))) return here;
  if (!as(mine!, theirs!)) return written(made.map((event) => (event.event === "begun" ? { ...event, session: other(event.session) } : event)));
  let passed = mine!.length;
  const more = made.filter((event) => event.event === "finished" || (event.event === "chosen" && passed-- <= 0));
  return here + written(more.map((event, n) => ({ ...event, n: events.length + n })));
}

/** The id of a play that two devices carried on in two ways: this device keeps its own, and the platform's gets another. */
function other(session: string): string {
  return [...session].reverse().join("");
}

function written(events: JournalEvent[]): string {
  return events.map(asLine).join("");
}

/** Plays the choices again, at the times when they were made. */
async function again(kept: Kept, shelf: Shelf, player: string | null): Promise<JournalEvent[]> {
  const { page } = shelf;
  const { scenario, exact } = shelf.all[0]!;
  let now = kept.began;
  const begun: Begun = {
    n: 0,
    at: isoTime(kept.began),
    session: kept.session,
    scenario: scenario.id,
    title: scenario.title,
    scenario_fingerprint: kept.fingerprint,
    rubric_fingerprint: exact.rubric.fingerprint,
    seed: kept.seed,
    mode: kept.practice ? "practice" : "assess",
    player,
    class_code: page.class_code ?? null,
    game: page.game,
    device: kept.device,
    branched_from: kept.from,
    branched_at: kept.turn,
    event: "begun",
  };
  const recorder = new MemoryRecorder();
  const session = new Session(exact, begun, recorder, () => now);
  await session.write(begun);
  session.begin();
  for (const { option, at, elapsed } of kept.choices) {
    now = kept.began + at - elapsed;
    await session.read();
    now = kept.began + at;
    await session.choose(option);
    if (session.phase === "feedback") session.goOn();
  }
  now = kept.began + (kept.ended ?? 0);
  if (kept.ended !== null) await session.read();
  return recorder.lines.map((line) => fromLine(line.trimEnd())!);
}
