// Small words that differ from play to play: `{drink}` is tea on one screen and coffee on the next.
// Sibling: game/scenario/vary.py.

import { digestOf } from "./seed";
import { retold } from "./texts";
import type { Scenario } from "./types";

const PLACE = /\{([a-z0-9]+(?:-[a-z0-9]+)*)\}/g;

/** The scenario as it is told where no play is meant; keeps `written` for `varied`. */
export function usual(scenario: Scenario): Scenario {
  return Object.keys(scenario.varies).length ? told(scenario, () => 0) : scenario;
}

/** The scenario as the play with this seed tells it. */
export function varied(scenario: Scenario, seed: bigint): Scenario {
  const written = scenario.written;
  if (written === null) return scenario;
  return told(written, (name) => {
    const first = BigInt("0x" + digestOf(`varies ${name}`, seed).slice(0, 16));
    return Number(first % BigInt(written.varies[name]!.length));
  });
}

/** The scenario with these words, by the names of their places, in every play. */
export function filled(scenario: Scenario, words: Record<string, string>): Scenario {
  const written = scenario.written;
  if (written === null) return scenario;
  const varies = Object.entries(written.varies).map(([name, had]) => [name, Object.keys(words).includes(name) ? [words[name]!] : had]);
  return told({ ...written, varies: Object.fromEntries(varies) }, () => 0);
}

function told(written: Scenario, pick: (name: string) => number): Scenario {
  const shown = new Map(Object.entries(written.varies).map(([name, words]) => [name, words[pick(name)]!]));
  const scenario = retold(written, (where, text) =>
    !text.includes("{") || where.startsWith("varies/") ? text : text.replace(PLACE, (place, name: string) => shown.get(name) ?? place),
  );
  return { ...scenario, written };
}
