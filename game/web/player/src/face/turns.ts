// The turns of a play, each to be opened: what was said, what was thought and not said, what you did and why it counted.
import { _, COMPONENTS, titleOf, toTry, words, type ChoiceRecord, type Session, type Thought } from "../core";
import { h, quoted, type Child } from "./dom";
import { icon } from "./icons";
import { transcript } from "./lines";
import { signed } from "./parts";
import { bare } from "./reading";

/** Returns every turn, closed but for the most telling one. */
export function turnsOf(session: Session, onFrom: (turn: number) => HTMLElement): HTMLElement {
  const card = session.card();
  const telling = card.ruptures[0]?.opened ?? 1;
  const broke = new Set(card.ruptures.map((rupture) => rupture.opened));
  const mended = new Set(card.ruptures.map((rupture) => rupture.repaired));
  const limit = new Set(card.gates.map((gate) => gate.turn));
  return h(
    "div",
    { class: "turns" },
    card.choices.map((record) => {
      const signs = [
        broke.has(record.turn) ? flag("split", _("something broke")) : null,
        mended.has(record.turn) ? flag("mend", _("repaired")) : null,
        limit.has(record.turn) ? flag("warning", _("a hard limit")) : null,
      ];
      const made = h(
        "details",
        { open: record.turn === telling, id: `turn-${record.turn}` },
        h("summary", null, h("span", { class: "number" }, String(record.turn)), h("span", { class: "say" }, record.say), signs),
      );
      const fill = (): void => {
        if (made.childElementCount === 1) made.append(opened(session, record, onFrom));
      };
      made.addEventListener("toggle", fill);
      if (record.turn === telling) fill();
      return made;
    }),
  );
}

function flag(sign: string, told: string): HTMLElement {
  return h("span", { class: "flag" }, icon(sign), told);
}

function opened(session: Session, record: ChoiceRecord, onFrom: (turn: number) => HTMLElement): HTMLElement {
  const { scenario } = session;
  const option = scenario.nodes[record.node]?.options.find((one) => one.id === record.option);
  const mine = bare({ speaker: option?.say ? "you" : "narration", text: option ? words(option) : record.say, expression: "neutral", when: null });
  const own = session.worded.get(record.turn);
  const { state } = record;
  return h(
    "div",
    { class: "opened" },
    h("p", { class: "muted" }, titleOf(scenario, record.node)),
    h("div", { class: "lines" }, transcript(scenario, [...record.heard, mine])),
    own ? block(_("First, in your own words"), "pencil", "accent", h("p", null, quoted(own))) : null,
    ...byThinker(record.thinks).map(([name, thoughts]) =>
      block(_("{name} thought, and did not say", { name }), "thought", "warm", thoughts.map((thought) => h("p", null, h("em", null, thought.words)))),
    ),
    block(_("What you did"), "", "", moves(session, record)),
    record.feedback ? block(_("What came of it"), "", "", h("p", null, record.feedback)) : null,
    record.instead ? block(_("Something else to try"), "pencil", "accent", h("p", null, toTry(record.instead))) : null,
    h("p", { class: "muted" }, _("Afterwards: trust {trust}, ease {ease}, voice {voice}.", { trust: state.trust, ease: state.ease, voice: state.voice })),
    onFrom(record.turn),
  );
}

/** Thoughts in their order, those of one person that follow each other together. */
function byThinker(thinks: readonly Thought[]): [string, Thought[]][] {
  const found: [string, Thought[]][] = [];
  for (const thought of thinks) {
    const last = found[found.length - 1];
    if (last?.[0] === thought.who) last[1].push(thought);
    else found.push([thought.who, [thought]]);
  }
  return found;
}

function block(title: string, sign: string, kind: string, body: Child): HTMLElement {
  return h("div", { class: `block ${kind}` }, h("h3", null, sign ? icon(sign) : null, title), body);
}

/** What was done, and what it counted for. */
function moves(session: Session, record: ChoiceRecord): Child[] {
  const { rubric } = session.exact;
  const worth = COMPONENTS.flatMap((part, n) => (record.at_stake[n] ? [`${rubric.components[part]!.name.toLowerCase()} ${points(record.vector[n]!)}`] : []));
  return [
    record.moves.map((code) => h("p", null, rubric.moves[code]?.did ?? code)),
    record.poles.map((pole) => signed("note", _("Leans towards {pole}. {meaning}", { pole: rubric.poles[pole]!.name.toLowerCase(), meaning: rubric.poles[pole]!.meaning }), "warm")),
    record.gates.map((code) => signed("warning", _("A hard limit: {gate}.", { gate: rubric.moves[code]?.gate ?? "" }), "warm")),
    worth.length ? h("p", { class: "muted" }, _("At stake here: {parts}.", { parts: worth.join(", ") })) : null,
  ];
}

/** The points with a true sign. */
function points(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0";
}
