// What a scenario's values say of themselves. Sibling: game/scenario/model.py.

import { strip } from "./python";
import type { Line, Option, Scenario } from "./types";

/** True for a thought: kept for the debrief, never shown in play. */
export function isPrivate(line: Line): boolean {
  return line.expression === "thinks";
}

const WITHIN = /[“"]([^“”"]*)[”"]/g; // what speech quotes

/** Speech in quotes, with what it quotes itself in single ones. */
export function inQuotes(speech: string): string {
  return `“${strip(speech).replace(WITHIN, "‘$1’")}”`;
}

/** Something else to try as a player reads it: speech in quotes, and an act, put in parentheses, as it stands. */
export function toTry(instead: string): string {
  const words = strip(instead);
  return words.startsWith("(") && words.indexOf(")") === words.length - 1 ? words.slice(1, -1) : inQuotes(words);
}

/** What a player reads of an option: speech in quotes, and an act as it stands. */
export function words({ say, do: act }: Option): string {
  return say ? inQuotes(say) : (act ?? "");
}

/** The name to show for a speaker: a cast name, `You`, or nothing for narration. */
export function nameOf(scenario: Scenario, speaker: string): string {
  return scenario.cast[speaker]?.name ?? (speaker === "you" ? "You" : "");
}

/** A node's name for a person: its title, or its id as words (`how-it-works`: How it works). */
export function titleOf(scenario: Scenario, node: string): string {
  const words = node.replace(/-/g, " ");
  return scenario.nodes[node]?.title || words[0]!.toUpperCase() + words.slice(1).toLowerCase();
}
