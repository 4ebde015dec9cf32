// Story rules as pure functions: a Position in, a Position out; no clock, storage or display.
// Sibling: game/story/engine.py.
//
// `start` gives the first position, `view` what to show there, `choose` and `advance` the next position. A node with
// options waits for `choose`, a node that jumps for `advance`, an ending for nothing.

import { type Bits, bitsOf, compiled, type Demand, holds, type Position } from "./conditions";
import { affected, type Effect, harmFacts, type Harms, inPlaceOf, Limits } from "./endings_after_harm";
import { OptionUnavailable } from "./errors";
import { _, N_ } from "./words";
import type { Branch, Ending, Line, Node, Offer, Option, Scenario } from "./types";

export const USED_UP = N_("You have done that already.");
export const NOT_NOW = N_("This is not open to you now.");

/** What to show at a position: lines (private ones too), options in the author's order, or the ending. */
export interface View {
  node: Node;
  lines: Line[];
  offers: Offer[];
  ending: Ending | null;
}

interface Ways {
  demand: Demand | null;
  to: string;
}

/** An option made ready: its demands, what it sets, where it leads. */
interface Way {
  option: Option;
  when: Demand | null;
  needs: Demand | null;
  once: bigint;
  sets: bigint;
  goto: Ways[];
  harm: Effect | null;
  reply: [Demand | null, Line][];
}

/** A node made ready. */
interface Room {
  node: Node;
  lines: [Demand | null, Line][];
  ways: Map<string, Way>;
  goto: Ways[];
}

/** A scenario made ready to play: facts numbered, conditions compiled. Immutable by use. */
export class Story {
  readonly facts: Bits;
  readonly limits: Limits;
  readonly rooms = new Map<string, Room>();

  /** `harms` are its options that cross a hard limit; without them, no play is held to any. */
  constructor(
    readonly scenario: Scenario,
    readonly harms: Harms = {},
  ) {
    const options = Object.values(scenario.nodes).flatMap((node) => node.options);
    const names = [...new Set(options.flatMap(factsOf))].sort();
    const once = options.flatMap((option) => (option.once ? [option.id] : [])).sort();
    const every = [...names, ...once.map((id) => `chosen ${id}`), ...harmFacts(harms)];
    this.facts = new Map(every.map((name, index) => [name, 1n << BigInt(index)]));
    this.limits = new Limits(scenario.nodes, harms, this.facts);
    for (const [name, node] of Object.entries(scenario.nodes)) this.rooms.set(name, room(node, this));
  }

  /** The room of a node. */
  room(node: string): Room {
    return this.rooms.get(node)!;
  }
}

function factsOf(option: Option): string[] {
  const { sets, opens, repairs } = option;
  return [...sets, ...(opens ? [opens] : []), ...(repairs ? [`${repairs}-repaired`] : [])];
}

function room(node: Node, story: Story): Room {
  return {
    node,
    lines: node.lines.map((line) => [compiled(line.when, story.facts), line]),
    ways: new Map(node.options.map((option) => [option.id, way(option, story)])),
    goto: ways(node.goto, story.facts),
  };
}

function way(option: Option, { facts, limits }: Story): Way {
  const once = option.once ? facts.get(`chosen ${option.id}`)! : 0n;
  return {
    option,
    when: compiled(option.when, facts),
    needs: compiled(option.needs, facts),
    once,
    sets: bitsOf(factsOf(option), facts) | once,
    goto: ways(option.goto, facts),
    harm: limits.effect(option),
    reply: option.reply.map((line) => [compiled(line.when, facts), line]),
  };
}

function ways(branches: Branch[], bits: Bits): Ways[] {
  return branches.map(({ when, to }) => ({ demand: compiled(when, bits), to }));
}

/** Where every play begins. */
export function start({ scenario }: Story): Position {
  return { node: scenario.start, facts: 0n, ...scenario.client_state };
}

/** What to show at `position`; the same for the same position, always. */
export function view(story: Story, position: Position): View {
  const { node, lines } = story.room(position.node);
  return {
    node,
    lines: shown(lines, position),
    offers: offers(story, position),
    ending: ending(story, position),
  };
}

function shown(lines: [Demand | null, Line][], position: Position): Line[] {
  return lines.filter(([demand]) => holds(demand, position)).map(([, line]) => line);
}

/** The ending that a play has come to, as it is told; null where it has not ended. */
export function ending(story: Story, position: Position): Ending | null {
  const found = story.room(position.node).node.ending;
  return found && story.limits.told(found, position);
}

/** The options at `position` in the author's order, locked ones with the reason. */
export function offers(story: Story, position: Position): Offer[] {
  return [...story.room(position.node).ways.values()]
    .filter((way) => holds(way.when, position))
    .map((way) => ({ option: way.option, locked: locked(way, position) }));
}

function locked(way: Way, position: Position): string | null {
  if (way.once & position.facts) return _(USED_UP);
  return holds(way.needs, position) ? null : way.option.locked || _(NOT_NOW);
}

/** The options that can be chosen at `position`, in the author's order. */
export function openOptions(story: Story, position: Position): Option[] {
  return offers(story, position).flatMap((offer) => (offer.locked === null ? [offer.option] : []));
}

/** The position after choosing; throws OptionUnavailable for one that is locked or not offered. */
export function choose(story: Story, position: Position, optionId: string): Position {
  const way = story.room(position.node).ways.get(optionId);
  if (!way || !holds(way.when, position)) throw unavailable(story, position, optionId, "is not offered here");
  const reason = locked(way, position);
  if (reason !== null) throw unavailable(story, position, optionId, `is locked: ${reason}`);
  return after(story, way, position);
}

/** The position after a node that jumps. */
export function advance(story: Story, position: Position): Position {
  return branched(story, story.room(position.node).goto, position);
}

/** True where the story goes on by itself. */
export function jumps(story: Story, position: Position): boolean {
  return story.room(position.node).goto.length > 0;
}

/** The lines that answer a choice made at `before`, read with what the choice has changed. */
export function reply(story: Story, before: Position, optionId: string, after: Position): Line[] {
  return shown(story.room(before.node).ways.get(optionId)!.reply, after);
}

function after(story: Story, way: Way, position: Position): Position {
  const { client } = way.option;
  const facts = way.harm ? affected(way.harm, position.facts) : position.facts;
  return branched(story, way.goto, {
    node: position.node,
    facts: facts | way.sets,
    trust: clamped(position.trust + client.trust),
    ease: clamped(position.ease + client.ease),
    voice: clamped(position.voice + client.voice),
  });
}

function clamped(value: number): number {
  return Math.max(0, Math.min(10, value));
}

function branched(story: Story, ways: Ways[], position: Position): Position {
  for (const { demand, to } of ways) {
    if (!holds(demand, position)) continue;
    const others = story.limits.instead.get(to);
    return { ...position, node: others ? inPlaceOf(others, to, position) : to };
  }
  throw new Error(`no branch holds at ${position.node}`); // Python's checks see to a last one that always does
}

function unavailable(story: Story, position: Position, optionId: string, why: string): OptionUnavailable {
  const possible = openOptions(story, position).map((option) => option.id);
  return new OptionUnavailable(
    `\`${optionId.slice(0, 60)}\` ${why} (at \`${position.node}\`). Possible: ${possible.join(", ") || "none"}.`,
  );
}
