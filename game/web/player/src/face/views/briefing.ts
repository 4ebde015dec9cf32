// Before a conversation: who, where, what you know, and the one question to hold.
import { _, N_, type Mode } from "../../core";
import type { App } from "../app";
import { h, paragraphs } from "../dom";
import { button, signed } from "../parts";
import type { Told } from "../shelf";
import { faceOf, Stage } from "../stage";
import { beginPlay, openShelf, openPlays, openSettings, resumePlay, trying } from "../ways";
import type { View } from "../view";

export const MODES: Record<Mode, [string, string]> = {
  practice: [N_("After each choice"), N_("After each choice you read what you did, and something else to try.")],
  assess: [N_("At the end"), N_("Nothing is said about your choices until the debrief.")],
};

/** The briefing of a scenario. */
export class BriefingView implements View {
  readonly name = "briefing";
  readonly title: string;
  readonly element: HTMLElement;
  private readonly stage: Stage;
  private mode: Mode;
  private readonly field = h("input", { id: "player", type: "text", maxlength: 60, autocomplete: "off" });
  private readonly chips = h("div", { class: "chips", role: "group" });

  constructor(
    private readonly app: App,
    private readonly told: Told,
  ) {
    const { scenario } = told;
    this.title = scenario.title;
    this.mode = app.shelf.page.mode ?? "practice";
    this.stage = new Stage(scenario, ...this.bar());
    const client = scenario.cast[scenario.client];
    const unfinished = app.plays.unfinished(scenario.id);
    const add = (...parts: (Node | null | false | undefined)[]): void =>
      words.append(...parts.filter((part): part is Node => Boolean(part)));
    const words = h("div", { class: "words" });
    add(
      h("h1", { tabindex: -1 }, scenario.title),
      unfinished && this.goOn(unfinished.session, unfinished.turns),
      h("div", { class: "question" }, h("h2", null, _("Hold this question")), h("p", null, scenario.question)),
      this.modes(),
      ...scenario.content_notes.map((note) => signed("note", _("Before you enter: {note}", { note }), "warm")),
      client && signed("person", `${client.name} (${client.pronouns}), ${client.relation}`),
      signed("clock", _("About {minutes} minutes", { minutes: scenario.minutes })),
      ...paragraphs(scenario.briefing),
      app.host.platform ? h("p", { class: "muted" }, app.host.privacy) : this.who(),
    );
    const begin = button(_("Begin"), () => this.begin(), {
      kind: "primary",
      sign: "forward",
      after: true,
      id: "begin",
    });
    this.stage.card.append(words, h("footer", { class: "foot" }, begin));
    this.element = this.stage.element;
    this.refresh();
  }

  refresh(): void {
    const { scenario } = this.told;
    const node = scenario.start;
    const place = scenario.nodes[node]?.place ?? "";
    this.stage.refresh(node, place === "phone" ? "" : place, faceOf(scenario, [], { speaker: "", expression: "" }));
    this.stage.at(node, place);
    this.stage.element.classList.remove("on-phone");
  }

  key(event: KeyboardEvent): boolean {
    if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return false;
    this.begin();
    return true;
  }

  /** Keeps the name and begins. */
  private begin(): void {
    void trying(this.app, async () => {
      await this.app.plays.name(this.field.value.trim());
      await beginPlay(this.app, this.told.scenario.id, this.mode);
    });
  }

  private who(): HTMLElement {
    this.field.value = this.app.plays.player;
    return h(
      "div",
      { class: "field" },
      h("label", { for: "player" }, _("Your name, if your teacher asked for it")),
      this.field,
      h("p", { class: "muted" }, _("It stands in the file that you hand in, and goes nowhere else.")),
    );
  }

  private bar(): HTMLElement[] {
    const { app } = this;
    const found = [button(_("Settings"), () => openSettings(app), { kind: "quiet", sign: "settings" })];
    if (!app.host.platform && app.plays.list.length)
      found.unshift(button(_("My plays"), () => openPlays(app), { kind: "quiet", sign: "book" }));
    if (app.shelf.several) found.unshift(button(_("All scenarios"), () => openShelf(app), { kind: "quiet", sign: "back" }));
    return found;
  }

  private goOn(session: string, turns: number): HTMLElement {
    const act = (): void => void trying(this.app, () => resumePlay(this.app, session));
    return h(
      "div",
      { class: "offer" },
      h("p", null, turns ? _("You were in this conversation, {turns} choices in.", { turns }) : _("You have begun this conversation.")),
      button(_("Continue where you were"), act, { kind: "plain", sign: "again", id: "continue" }),
    );
  }

  private modes(): HTMLElement {
    const fixed = this.app.shelf.page.mode;
    const about = h("p", { class: "muted" }, _(MODES[this.mode][1]));
    if (fixed) return h("div", { class: "group" }, h("h3", null, _("Feedback")), about);
    this.chips.setAttribute("aria-label", _("Feedback"));
    for (const mode of Object.keys(MODES) as Mode[]) {
      const use = (): void => {
        this.mode = mode;
        about.textContent = _(MODES[mode][1]);
        for (const chip of this.chips.children) chip.setAttribute("aria-pressed", String(chip.id === `mode-${mode}`));
      };
      this.chips.append(
        button(_(MODES[mode][0]), use, { kind: "chip", pressed: mode === this.mode, id: `mode-${mode}` }),
      );
    }
    return h("div", { class: "group" }, h("h3", null, _("Feedback")), this.chips, about);
  }
}
