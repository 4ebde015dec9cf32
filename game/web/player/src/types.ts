// What a scenario, a rubric and the page's data look like; a play and its card stand in `play_types.ts`. Data keeps the
// names that it has in files and in Python (`client_state`); what the player's own code adds is named as TypeScript
// names things. Siblings: game/scenario/model.py, game/rubric/model.py.

export type * from "./play_types";

// ── a scenario (game/scenario/model.py) ──────────────────────────────────────────────────────────────────────────

export type StatePart = "trust" | "ease" | "voice";
export type EndingKind = "best" | "good" | "mixed" | "poor";
export type Mode = "practice" | "assess";

export interface Bound {
  part: StatePart;
  low: number;
  high: number;
}

export interface Condition {
  has: string[];
  lacks: string[];
  bounds: Bound[];
}

/** One utterance or stage direction; the speaker is a cast id, `you` or `narration`. */
export interface Line {
  speaker: string;
  text: string;
  expression: string;
  when: Condition | null;
}

export interface Branch {
  to: string;
  when: Condition | null;
}

export interface ClientState {
  trust: number;
  ease: number;
  voice: number;
}

export interface Option {
  id: string;
  goto: Branch[];
  say: string | null;
  do: string | null;
  moves: string[];
  client: ClientState; // what it changes
  sets: string[];
  opens: string | null;
  repairs: string | null;
  when: Condition | null;
  needs: Condition | null;
  locked: string | null;
  once: boolean;
  reply: Line[];
  feedback: string | null;
  instead: string | null;
}

export interface Ending {
  kind: EndingKind;
  title: string;
  text: string;
  outcome: string | null;
  mended: string | null;
  unmended: string | null;
}

export interface Node {
  place: string;
  frame: string;
  title: string | null;
  lines: Line[];
  own_words: string | null;
  options: Option[];
  goto: Branch[];
  ending: Ending | null;
  time: string;
  lying: string | null;
}

export interface Person {
  name: string;
  pronouns: string;
  relation: string;
  portrait: string | null;
}

export interface Rupture {
  kind: "withdrawal" | "confrontation";
  what: string;
}

export interface Teaching {
  dilemma: string;
  trap: string;
  standards: string[];
  limits: string[];
}

/** A scenario told in one language; `written` is the same with the places for varying words still open. */
export interface Scenario {
  id: string;
  fingerprint: string;
  language: string;
  title: string;
  summary: string;
  briefing: string;
  question: string;
  cast: Record<string, Person>;
  client: string;
  client_state: ClientState;
  start: string;
  nodes: Record<string, Node>;
  content_notes: string[];
  minutes: number;
  level: number;
  varies: Record<string, string[]>;
  ruptures: Record<string, Rupture>;
  discussion: string[];
  reflection: string[];
  teaching: Teaching | null;
  /** What own pictures show, by the names of portraits and places. */
  pictures: Record<string, string>;
  written: Scenario | null;
}

// ── a rubric (game/rubric/model.py) ──────────────────────────────────────────────────────────────────────────────

export type Vector = [number, number, number, number];

export interface Axis {
  name: string;
  components: [string, string];
  good: string;
  quadrants: { both: string; first_only: string; second_only: string; neither: string };
}

export interface Pole {
  name: string;
  meaning: string;
  leans: string | null;
}

export interface Move {
  did: string;
  does: string | null;
  gate: string | null;
  pole: string | null;
  counterfeit_of: string | null;
  vector: Vector;
}

export interface Naming {
  good_from: string; // decimals as texts, since they are compared exactly
  lean_from: string;
  lean_times: string;
  both_leans_from: string;
  both_ways: string;
  no_lean: string;
}

export interface Rubric {
  fingerprint: string;
  components: Record<string, { name: string; meaning: string }>;
  axes: Record<string, Axis>;
  poles: Record<string, Pole>;
  axis_poles: Record<string, [string, string]>;
  moves: Record<string, Move>;
  naming: Naming;
  archetypes: Record<string, { name: string; means?: string | null }>;
}

/** What an option is worth where it stands, as Python has weighed it (game/rubric/points.py). */
export interface Weight {
  vector: Vector;
  poles: string[];
  gates: string[];
}

/** The harm of an option that crosses a hard limit (game/story/endings_after_harm.py). */
export interface Harm {
  rupture: string | null;
  again: string[];
}

/** The path scores of one way of playing, for the planes. */
export type Scores = Record<string, number | null>;

// ── the page's data, as game/web/pack.py makes it ────────────────────────────────────────────────────────────────

/** The rubric's texts in another language by their address, such as `moves/sets_frame/did`. */
export type Texts = Record<string, string>;

/** A scenario's texts in another language in the order of their addresses (such as `nodes/the-text/lines/0`); null where
 * that language tells the same. */
export type ToldTexts = (string | null)[];

/** What stands in the JSON; absent keys mean what the format says they mean (`load.ts` fills them in). */
export type Bare = { [key: string]: unknown };

/** From how many plays figures are estimated, and how many points of a hundred they may be off. */
export interface Estimate {
  plays: number;
  points: number;
}

export interface PackedScenario {
  scenario: Bare;
  texts: Record<string, ToldTexts>;
  harms: Record<string, Harm>;
  weights: Record<string, Weight>;
  extents: Record<string, [string, string] | null>; // lowest and highest mean, as fractions such as "-3/4"
  chance: Scores;
  profiles: Record<string, Scores>; // by archetype: path scores of components and axes
  estimate?: Estimate; // where the figures are not exact
}

export interface PageData {
  format: 1;
  game: string;
  language: string; // the one that opens
  scenarios: PackedScenario[];
  rubric: Bare;
  rubric_texts: Record<string, Texts>;
  phases: { table: [string, string, string][]; live: string[] };
  words: Record<string, Record<string, string>>; // the interface by language: English to that language
}
