// The page's data as it is packed, made whole: what is absent there means what the format says it means.
// Siblings: game/web/pack.py leaves it out; game/scenario/model.py and game/rubric/model.py say what it means.

import { each } from "./texts";
import { usual } from "./vary";
import type {
  Bare,
  Bound,
  Branch,
  Condition,
  Ending,
  Line,
  Node,
  Option,
  Person,
  Rubric,
  Rupture,
  Scenario,
  Teaching,
} from "./types";

/** The scenario in this data, in the usual words of its own language; keeps `written` for a play's own words. */
export function scenarioOf(bare: Bare): Scenario {
  const scenario: Scenario = {
    ...(bare as unknown as Scenario),
    cast: each(group(bare, "cast"), (who) => ({ portrait: null, ...who }) as unknown as Person),
    nodes: each(group(bare, "nodes"), nodeOf),
    content_notes: items(bare, "content_notes"),
    minutes: (bare["minutes"] as number | undefined) ?? 10,
    level: (bare["level"] as number | undefined) ?? 2,
    language: (bare["language"] as string | undefined) ?? "en",
    varies: (bare["varies"] as Record<string, string[]> | undefined) ?? {},
    ruptures: group(bare, "ruptures") as unknown as Record<string, Rupture>,
    discussion: items(bare, "discussion"),
    reflection: items(bare, "reflection"),
    teaching: bare["teaching"] ? teachingOf(bare["teaching"] as Bare) : null,
    pictures: (bare["pictures"] as Record<string, string> | undefined) ?? {},
    written: null,
  };
  return withPlaces(scenario);
}

/** The scenario in its usual words; the places for others stay open in `written`. */
export function withPlaces(written: Scenario): Scenario {
  return usual({ ...written, written: null });
}

/** The rubric in this data. */
export function rubricOf(bare: Bare): Rubric {
  const move = { does: null, gate: null, pole: null, counterfeit_of: null };
  return {
    ...(bare as unknown as Rubric),
    poles: each(group(bare, "poles"), (pole) => ({ leans: null, ...pole })) as unknown as Rubric["poles"],
    moves: each(group(bare, "moves"), (one) => ({ ...move, ...one })) as unknown as Rubric["moves"],
  };
}

function nodeOf(bare: Bare): Node {
  const { ending } = bare;
  return {
    ...(bare as unknown as Node),
    title: text(bare, "title"),
    lines: groups(bare, "lines").map(lineOf),
    own_words: text(bare, "own_words"),
    options: groups(bare, "options").map(optionOf),
    goto: groups(bare, "goto").map(branchOf),
    ending: ending ? ({ outcome: null, mended: null, unmended: null, ...(ending as Bare) } as unknown as Ending) : null,
    time: text(bare, "time") ?? "day",
    lying: text(bare, "lying"),
  };
}

function optionOf(bare: Bare): Option {
  const nothing = { say: null, do: null, opens: null, repairs: null, locked: null, feedback: null, instead: null };
  return {
    ...nothing,
    ...(bare as unknown as Option),
    goto: groups(bare, "goto").map(branchOf),
    moves: items(bare, "moves"),
    client: { trust: 0, ease: 0, voice: 0, ...(bare["client"] as Bare | undefined) },
    sets: items(bare, "sets"),
    when: conditionOf(bare["when"]),
    needs: conditionOf(bare["needs"]),
    once: Boolean(bare["once"]),
    reply: groups(bare, "reply").map(lineOf),
  };
}

function lineOf(bare: Bare): Line {
  return { expression: "neutral", ...bare, when: conditionOf(bare["when"]) } as Line;
}

function branchOf(bare: Bare): Branch {
  return { to: bare["to"] as string, when: conditionOf(bare["when"]) };
}

function conditionOf(value: unknown): Condition | null {
  if (!value) return null;
  const bare = value as Bare;
  const bounds = groups(bare, "bounds").map((bound) => ({ low: 0, high: 10, ...bound }) as Bound);
  return { has: items(bare, "has"), lacks: items(bare, "lacks"), bounds };
}

function teachingOf(bare: Bare): Teaching {
  return { ...(bare as unknown as Teaching), standards: items(bare, "standards"), limits: items(bare, "limits") };
}

// ── what stands under a key, or what its absence means ───────────────────────────────────────────────────────────

function text(bare: Bare, key: string): string | null {
  return (bare[key] as string | undefined) ?? null;
}

function items(bare: Bare, key: string): string[] {
  return (bare[key] as string[] | undefined) ?? [];
}

function groups(bare: Bare, key: string): Bare[] {
  return (bare[key] as Bare[] | undefined) ?? [];
}

function group(bare: Bare, key: string): Record<string, Bare> {
  return (bare[key] as Record<string, Bare> | undefined) ?? {};
}
