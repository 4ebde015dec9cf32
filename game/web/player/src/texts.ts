// Every text of a scenario that a person reads, in one place: to replace them. Sibling: game/scenario/texts.py.
//
// Translation and variation both work by this: they change texts and nothing else, so that no id, move, condition or
// score can move with them.

import type { Ending, Line, Node, Option, Person, Scenario, Teaching } from "./types";

/** What becomes of a text at an address such as `nodes/the-text/lines/0`. */
export type Change = (where: string, text: string) => string;

/** The scenario with every text passed through `change`. */
export function retold(scenario: Scenario, change: Change): Scenario {
  const one = (text: string | null, where: string) => (text === null ? null : change(where, text));
  const many = (items: string[], where: string) => items.map((item, index) => change(`${where}/${index}`, item));
  const lines = (items: Line[], where: string) =>
    items.map((line, index) => ({ ...line, text: change(`${where}/${index}`, line.text) }));

  const person = (who: Person, where: string): Person => ({
    ...who,
    name: change(`${where}/name`, who.name),
    pronouns: change(`${where}/pronouns`, who.pronouns),
    relation: change(`${where}/relation`, who.relation),
  });
  const option = (o: Option, where: string): Option => ({
    ...o,
    say: one(o.say, `${where}/say`),
    do: one(o.do, `${where}/do`),
    locked: one(o.locked, `${where}/locked`),
    reply: lines(o.reply, `${where}/reply`),
    feedback: one(o.feedback, `${where}/feedback`),
    instead: one(o.instead, `${where}/instead`),
  });
  const ending = (e: Ending, where: string): Ending => ({
    ...e,
    title: change(`${where}/title`, e.title),
    text: change(`${where}/text`, e.text),
    outcome: one(e.outcome, `${where}/outcome`),
  });
  const node = (n: Node, where: string): Node => ({
    ...n,
    title: one(n.title, `${where}/title`),
    lines: lines(n.lines, `${where}/lines`),
    own_words: one(n.own_words, `${where}/own_words`),
    options: n.options.map((o) => option(o, `${where}/options/${o.id}`)),
    ending: n.ending && ending(n.ending, `${where}/ending`),
  });
  const teaching = (t: Teaching): Teaching => ({
    dilemma: change("teaching/dilemma", t.dilemma),
    trap: change("teaching/trap", t.trap),
    standards: many(t.standards, "teaching/standards"),
    limits: many(t.limits, "teaching/limits"),
  });

  return {
    ...scenario,
    title: change("title", scenario.title),
    summary: change("summary", scenario.summary),
    briefing: change("briefing", scenario.briefing),
    question: change("question", scenario.question),
    content_notes: many(scenario.content_notes, "content_notes"),
    varies: each(scenario.varies, (words, name) => many(words, `varies/${name}`)),
    cast: each(scenario.cast, (who, id) => person(who, `cast/${id}`)),
    ruptures: each(scenario.ruptures, (r, id) => ({ ...r, what: change(`ruptures/${id}/what`, r.what) })),
    nodes: each(scenario.nodes, (n, id) => node(n, `nodes/${id}`)),
    discussion: many(scenario.discussion, "discussion"),
    reflection: many(scenario.reflection, "reflection"),
    teaching: scenario.teaching && teaching(scenario.teaching),
    pictures: each(scenario.pictures, (text, name) => change(`pictures/${name}`, text)),
  };
}

/** A record with every value changed, its keys in the same order. */
export function each<One, Other>(
  record: Record<string, One>,
  change: (value: One, key: string) => Other,
): Record<string, Other> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
