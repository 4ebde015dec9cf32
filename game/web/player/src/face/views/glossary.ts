// The moves in plain words, each with what only looks like it; before a first finished play, why it is closed.
import { _ } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { glossaryOf, type Entry, type Pair } from "../../core";
import { button, sheet, signed } from "../parts";
import type { View } from "../view";

export class GlossaryView implements View {
  readonly name = "glossary";
  readonly title = _("Glossary of the moves");
  readonly element: HTMLElement;

  constructor(app: App) {
    const met = app.plays.met();
    const body = met.length
      ? [
          h("p", { class: "muted" }, _("What helps, and beside it what only looks like it.")),
          ...glossaryOf(app.shelf.rubric, met).flatMap((group) => [h("h2", { class: "accent" }, group.name), ...group.pairs.map(pairOf)]),
        ]
      : [
          signed(
            "lock",
            _("It opens once you have played a conversation to its end. Before that it would only tell you what to pick; " +
              "afterwards it has words for what you did."),
          ),
        ];
    this.element = sheet(this.title, body, [button(_("Back"), () => app.close(), { kind: "primary", sign: "back", id: "back" })]);
    this.element.classList.add("broad");
  }
}

function pairOf(pair: Pair): HTMLElement {
  const lead = pair.helps ? _("Only looks like it") : _("Helps nobody");
  return h(
    "div",
    { class: "pair" },
    pair.helps ? h("div", null, entryOf(_("Helps"), "tick", "accent", pair.helps)) : null,
    h("div", null, pair.counterfeits.map((fake) => entryOf(lead, "split", "warm", fake))),
  );
}

function entryOf(lead: string, sign: string, kind: string, entry: Entry): HTMLElement {
  return h(
    "div",
    { class: `entry ${kind}` },
    signed(sign, lead, kind),
    h("p", null, h("strong", null, entry.did)),
    entry.does ? h("p", null, entry.does) : null,
    entry.gate ? signed("warning", _("A hard limit: {gate}.", { gate: entry.gate }), "warm") : null,
    entry.example ? h("p", { class: "muted" }, entry.example) : null,
  );
}
