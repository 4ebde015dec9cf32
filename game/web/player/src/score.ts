// A play's choices as a Scorecard: the same choices always give the same card. Sibling: game/rubric/score.py.

import type { Position } from "./conditions";
import { advance, choose, ending, jumps, openOptions, reply, start, type Story, view } from "./engine";
import { type Fraction, fraction, points, shareOf, squareRoot, times, within } from "./fractions";
import { gateEvents } from "./gates";
import { isPrivate } from "./model";
import { earnedName } from "./naming";
import { atStake, COMPONENTS, type ScoringModel } from "./scoring_model";
import { each } from "./texts";
import type {
  AxisReading,
  ChoiceRecord,
  Line,
  Option,
  PoleCount,
  RuptureEvent,
  Score,
  Scorecard,
  Thought,
  Vector,
} from "./types";

/** The card of a play that chose these options in order; throws OptionUnavailable when it cannot have. `story` is told
 * in the words of this play. */
export function score(exact: ScoringModel, optionIds: readonly string[], story: Story = exact.story): Scorecard {
  const { records, position } = recordsOf(exact, story, optionIds);
  const found = ending(story, position);
  const ended = found && {
    id: position.node,
    kind: found.kind,
    title: found.title,
    text: found.text,
    outcome: found.outcome,
  };
  const components = Object.fromEntries(
    COMPONENTS.map((name, index) => [name, component(exact, records, index, ended !== null)]),
  );
  const poles = Object.fromEntries(Object.keys(exact.rubric.poles).map((pole) => [pole, poleCount(records, pole)]));
  const options = optionsOf(story);
  const chosen = records.map((record): [string, Option] => [record.node, options.get(record.option)!]);
  const gates = gateEvents(exact.rubric, exact.story.harms, chosen);
  return {
    scenario: story.scenario.id,
    title: story.scenario.title,
    complete: ended !== null,
    ending: ended,
    components: each(components, (shares, name) => rounded(shares, exact.chance[name]!)),
    axes: each(exact.rubric.axes, (_axis, name) => axisReading(exact, name, components, poles, gates.length > 0)),
    poles,
    gates,
    ruptures: rupturesOf(story, records),
    choices: records,
  };
}

function optionsOf(story: Story): Map<string, Option> {
  const options = Object.values(story.scenario.nodes).flatMap((node) => node.options);
  return new Map(options.map((option) => [option.id, option]));
}

function recordsOf(
  exact: ScoringModel,
  story: Story,
  optionIds: readonly string[],
): { records: ChoiceRecord[]; position: Position } {
  const records: ChoiceRecord[] = [];
  let { lines: heard, position } = toDecision(story, start(story));
  let thoughts = heard;
  for (const optionId of optionIds) {
    const offered = openOptions(story, position);
    const after = choose(story, position, optionId);
    const answer = reply(story, position, optionId, after);
    const rest = toDecision(story, after);
    const ended = ending(story, rest.position) !== null;
    thoughts = [...thoughts, ...answer, ...(ended ? rest.lines : [])];
    const { cast } = story.scenario;
    const thinks = thoughts.filter(isPrivate).map((line) => ({ who: cast[line.speaker]?.name ?? "", words: line.text }));
    records.push(record(exact, story, records.length + 1, position.node, optionId, offered, after, heard, thinks));
    heard = [...answer, ...rest.lines];
    thoughts = rest.lines;
    position = rest.position;
  }
  return { records, position };
}

/** The lines on the way to the next decision or ending, and where that is. */
function toDecision(story: Story, position: Position): { lines: Line[]; position: Position } {
  const lines = [...view(story, position).lines];
  while (jumps(story, position)) {
    position = advance(story, position);
    lines.push(...view(story, position).lines);
  }
  return { lines, position };
}

function record(
  exact: ScoringModel,
  story: Story,
  turn: number,
  node: string,
  optionId: string,
  offered: Option[],
  after: Position,
  heard: Line[],
  thinks: Thought[],
): ChoiceRecord {
  const weights = offered.map((option) => exact.weights[option.id]!);
  const vectors = weights.map((weight) => weight.vector);
  const mine = exact.weights[optionId]!;
  const option = offered.find((one) => one.id === optionId)!;
  const poles = Object.keys(exact.rubric.poles);
  const columns = [0, 1, 2, 3].map((index) => vectors.map((vector) => vector[index]!));
  return {
    turn,
    node,
    place: story.room(node).node.place,
    option: optionId,
    say: option.say || option.do || "",
    moves: option.moves,
    vector: mine.vector,
    low: columns.map((column) => Math.min(...column)) as Vector,
    high: columns.map((column) => Math.max(...column)) as Vector,
    at_stake: atStake(vectors),
    poles: poles.filter((pole) => mine.poles.includes(pole)),
    poles_offered: poles.filter((pole) => weights.some((weight) => weight.poles.includes(pole))),
    gates: mine.gates,
    state: { trust: after.trust, ease: after.ease, voice: after.voice },
    thinks,
    feedback: option.feedback,
    instead: option.instead,
    heard: heard.filter((line) => !isPrivate(line)),
  };
}

/** A component's readings as exact shares, 0–1. */
interface Shares {
  moment: Fraction | null;
  path: Fraction | null;
}

function component(exact: ScoringModel, records: ChoiceRecord[], index: number, complete: boolean): Shares {
  const met = records.filter((record) => record.at_stake[index]);
  const sum = (worth: (record: ChoiceRecord) => number) => met.reduce((total, record) => total + worth(record), 0);
  const room = sum((record) => record.high[index]! - record.low[index]!);
  const moment = room ? fraction(sum((record) => record.vector[index]! - record.low[index]!), room) : null;
  const extent = exact.extents[COMPONENTS[index]!] ?? null;
  const share = complete && met.length > 0 && extent !== null ? shareOf(extent, fraction(sum((r) => r.vector[index]!), met.length)) : null;
  return { moment, path: share && within(share) };
}

function axisReading(
  exact: ScoringModel,
  name: string,
  components: Record<string, Shares>,
  poles: Record<string, PoleCount>,
  crossed: boolean,
): AxisReading {
  const [one, two] = exact.rubric.axes[name]!.components.map((part) => components[part]!) as [Shares, Shares];
  return {
    ...rounded({ moment: both(one.moment, two.moment), path: both(one.path, two.path) }, exact.chance[name]!),
    name: earnedName(exact.rubric, name, [one.path, two.path], poles, crossed),
  };
}

function both(one: Fraction | null, two: Fraction | null): Fraction | null {
  return one && two && squareRoot(times(one, two));
}

function rounded({ moment, path }: Shares, chance: number | null): Score {
  return { moment: points(moment), path: points(path), chance };
}

function poleCount(records: ChoiceRecord[], pole: string): PoleCount {
  const offered = records.filter((record) => record.poles_offered.includes(pole));
  return { chosen: offered.filter((record) => record.poles.includes(pole)).length, offered: offered.length };
}

function rupturesOf(story: Story, records: ChoiceRecord[]): RuptureEvent[] {
  const options = optionsOf(story);
  const opened = new Map<string, RuptureEvent>();
  for (const { option: id, turn } of records) {
    const { opens, repairs } = options.get(id)!;
    if (opens !== null && !opened.has(opens))
      opened.set(opens, { id: opens, ...story.scenario.ruptures[opens]!, opened: turn, repaired: null });
    const mended = repairs === null ? undefined : opened.get(repairs);
    if (mended) mended.repaired ??= turn;
  }
  return [...opened.values()];
}
