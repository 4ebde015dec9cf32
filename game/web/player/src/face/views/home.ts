// The scenarios of a page that holds several, in the guided order, with what was tried on this device.
import { _ } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { firstOf } from "../pictures";
import { button } from "../parts";
import type { Told } from "../shelf";
import { openAbout, openBriefing, openGlossary, openPlays, openSettings } from "../ways";
import type { View } from "../view";

export class HomeView implements View {
  readonly name = "home";
  readonly title = _("Conversations");
  readonly element: HTMLElement;
  private readonly cards = h("ol", { class: "shelf" });

  constructor(private readonly app: App) {
    const tools = [
      button(_("My plays"), () => openPlays(app), { kind: "quiet", sign: "book" }),
      button(_("Glossary"), () => openGlossary(app), { kind: "quiet", sign: "help" }),
      button(_("Settings"), () => openSettings(app), { kind: "quiet", sign: "settings" }),
      button(_("Credits and licences"), () => openAbout(app), { kind: "quiet", sign: "note" }),
    ];
    this.element = h(
      "div",
      { class: "home" },
      h(
        "main",
        { tabindex: -1 },
        h("header", null, h("h1", { tabindex: -1 }, "Equal Footing"), h("p", { class: "lead" }, _("Conversations to practise in: roles distinct, power shared. Nobody is watching, and nothing is timed."))),
        this.cards,
        h("nav", { class: "bar", "aria-label": _("More") }, tools),
      ),
    );
    this.refresh();
  }

  refresh(): void {
    this.cards.replaceChildren(...this.app.shelf.all.map((told, n) => h("li", null, this.card(told, n))));
  }

  private card({ scenario }: Told, n: number): HTMLElement {
    const { app } = this;
    const client = scenario.cast[scenario.client];
    const source = client?.portrait ? firstOf(scenario, `${client.portrait}/neutral`) : null;
    const tried = app.plays.list.filter((play) => play.scenario === scenario.id && play.finished).length;
    const open = app.plays.unfinished(scenario.id);
    const state = open ? _("You are in it") : tried === 1 ? _("Played once") : tried ? _("Played {count} times", { count: tried }) : n === 0 ? _("Start here") : "";
    return h(
      "button",
      { type: "button", class: "scene", id: `scenario-${scenario.id}`, onclick: () => openBriefing(app, scenario.id) },
      h("span", { class: "portrait", "aria-hidden": "true" }, source ? h("img", { src: source, alt: "" }) : null),
      h(
        "span",
        { class: "about" },
        h("span", { class: "name" }, scenario.title),
        h("span", null, scenario.summary),
        h("span", { class: "muted" }, [_("About {minutes} minutes", { minutes: scenario.minutes }), state].filter(Boolean).join(" · ")),
      ),
    );
  }
}
