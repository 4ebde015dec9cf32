// A line as it is written in the file, and as the form shows it: who, how, the words, and when it is said.
import { isData, text, type Data, type Json } from "./edits";

export const NARRATION = "narration";
export const YOU = "you";
export const THINKS = "thinks";

export interface Line {
  speaker: string;
  expression: string; // empty for the usual one
  words: string;
  when: Json | undefined;
}

const SPEAKER = /^([\w-]+)(?: *\(([^()]*)\))?$/;

/** Returns a line in its parts; null where it has a shape that the form does not know. */
export function readLine(value: Json): Line | null {
  if (typeof value === "string") return { speaker: NARRATION, expression: "", words: value, when: undefined };
  if (!isData(value)) return null;
  const keys = Object.keys(value).filter((key) => key !== "when");
  const match = keys.length === 1 ? SPEAKER.exec(keys[0]!) : null;
  const words = value[keys[0] ?? ""];
  if (!match || typeof words === "object") return null;
  return { speaker: match[1]!, expression: match[2]?.trim() ?? "", words: text(words), when: value["when"] };
}

/** Returns a line as the file holds it. */
export function writeLine({ speaker, expression, words, when }: Line): Json {
  if (speaker === NARRATION && when === undefined) return words;
  const how = expression && expression !== "neutral" && speaker !== NARRATION ? ` (${expression})` : "";
  const told: Data = { [`${speaker}${how}`]: words };
  return when === undefined ? told : { when, ...told };
}
