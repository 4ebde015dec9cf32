// The debrief: what came of it, what weighed most, what you wrote; then the planes, the turns, and the way to hand in.
import { _, cameOut, closing, planes, shownScore, type Session } from "../../core";
import { type CrossedLimit, summingUp, typed } from "../../summing_up";
import type { App } from "../app";
import { h, paragraphs, quoted, type Child } from "../dom";
import { handIn } from "../handin";
import { icon } from "../icons";
import { button, signed } from "../parts";
import { planeOf } from "../planes";
import { stripOf } from "../strip";
import { turnsOf } from "../turns";
import { openBriefing, openGlossary, openHistory, openSettings, openShelf, playOn, trying } from "../ways";
import type { View } from "../view";

export class DebriefView implements View {
  readonly name = "debrief";
  readonly title: string;
  readonly element: HTMLElement;
  private readonly said = h("p", { class: "said", role: "status" });

  constructor(
    private readonly app: App,
    private readonly session: Session,
  ) {
    const card = session.card();
    this.title = card.ending?.title ?? session.scenario.title;
    const main = h(
      "main",
      { class: "card", tabindex: -1 },
      h("div", { class: "words" }, this.opening(), this.handing(), this.wrote(), this.planes(), this.turns(), this.after()),
      h("footer", { class: "foot" }, this.ways()),
    );
    this.element = h("div", { class: "debrief" }, main);
    app.host.finished(card, app.plays.journal(session.begun.session));
  }

  private opening(): Child[] {
    const { session } = this;
    const card = session.card();
    const found = summingUp(session);
    const who = session.scenario.cast[session.scenario.client]?.name.split(" ")[0] ?? "";
    return [
      h("p", { class: "muted over" }, session.scenario.title),
      h("h1", { tabindex: -1 }, this.title),
      h("p", { class: "muted" }, found.who),
      card.ending ? paragraphs(card.ending.text) : null,
      h("section", { class: "opening" }, h("h2", null, _("What came of it for {who}", { who })), h("p", { class: "lead" }, found.outcome), found.crossed.length ? found.crossed.map((one) => this.crossed(one)) : null, found.pastMending ? h("p", null, found.pastMending) : null, found.crossed.length ? null : signed("tick", _("You crossed no hard limit."), "accent")),
      h(
        "section",
        { class: "weighed" },
        h("h2", null, found.heading),
        found.none ? h("p", null, found.none) : null,
        found.choices.map((choice) =>
          h(
            "article",
            null,
            h("h3", null, _("Turn {turn}", { turn: choice.turn })),
            choice.heard ? h("p", { class: "muted" }, choice.heard) : null,
            h("p", null, h("span", { class: "muted" }, _("You chose:")), " ", choice.chosen),
            elseToTry(choice.better),
            h("p", { class: "muted" }, choice.why),
            this.onFrom(choice.turn),
          ),
        ),
      ),
    ];
  }

  /** A hard limit that was crossed: what it was, what was chosen, and the way back there. */
  private crossed(one: CrossedLimit): HTMLElement {
    const chosen = h("p", null, h("span", { class: "muted" }, _("You chose:")), " ", one.chosen);
    return h("article", { class: "crossed" }, signed("warning", one.told, "warm"), one.heard ? h("p", { class: "muted" }, one.heard) : null, chosen, one.instead ? elseToTry(one.instead) : null, this.onFrom(one.turn));
  }

  /** The way back to before a choice, where the play is kept. */
  private onFrom(turn: number): HTMLElement {
    const { app, session } = this;
    const act = (): void => void trying(app, () => playOn(app, session.begun.session, turn));
    return button(_("Play on from turn {turn}", { turn }), act, { kind: "plain", sign: "fork" });
  }

  private handing(): HTMLElement {
    const { app, session } = this;
    const who = session.begun.player;
    return h(
      "section",
      { class: "handing" },
      h("h2", null, _("Hand it in")),
      h("p", null, who ? _("Your play is a text file. It carries the name {name}, and what you chose and wrote.", { name: who }) : _("Your play is a text file. It carries what you chose and wrote, and no name.")),
      button(_("Save my play"), () => void handIn(app, [session.begun.session], this.said), { kind: "primary", sign: "share", id: "save-play" }),
      this.said,
    );
  }

  private wrote(): Child {
    const { session } = this;
    const own = typed(session);
    const answers = this.app.plays.answers(session.begun.session);
    if (!own.length && !answers.length) return null;
    return h(
      "section",
      null,
      h("h2", null, _("What you wrote")),
      own.map((one) =>
        h("article", { class: "wrote" }, h("h3", null, _("Turn {turn}", { turn: one.turn })), h("p", null, signless(_("You wrote:")), " ", quoted(one.words)), h("p", null, signless(_("You chose:")), " ", one.chosen)),
      ),
      answers.map((answer) => h("article", { class: "wrote" }, h("h3", null, answer.question), h("p", null, quoted(answer.text)))),
    );
  }

  private planes(): HTMLElement {
    const { session } = this;
    const card = session.card();
    const { rubric, estimate } = session.exact;
    const drawn = planes(card, session.exact);
    const columns = Object.entries(rubric.axes).map(([code, axis], n) => {
      const reading = card.axes[code]!;
      return h(
        "div",
        { class: "column" },
        h("h3", { class: "accent" }, axis.name),
        h("p", null, cameOut(card, rubric, code)),
        planeOf(drawn[n]!),
        gauge(_("{title}, both together", { title: axis.name }), reading.path, reading.chance, true),
        axis.components.map((part) => gauge(rubric.components[part]!.name, card.components[part]!.path, card.components[part]!.chance)),
      );
    });
    const ways = Object.values(rubric.archetypes).map((way) => [h("dt", null, way.name), h("dd", null, way.means ?? "")]);
    return h(
      "section",
      { class: "seen" },
      h("h2", null, _("The conversation from above")),
      h("p", { class: "muted" }, _("The line is you, turn by turn; the hollow dot is where it starts. The diamond is where random choices would land. The small shapes are five set ways of playing this conversation.")),
      estimate ? h("p", null, _("Estimated from {plays} plays, ±{points}: this story is too large for exact scores.", { plays: estimate.plays.toLocaleString("en"), points: estimate.points })) : null,
      h("div", { class: "columns" }, columns),
      Object.values(rubric.archetypes).some((way) => way.means) ? h("details", null, h("summary", null, _("The five ways of playing")), h("dl", { class: "ways" }, ways)) : null,
    );
  }

  private turns(): HTMLElement {
    const { session } = this;
    const { choices } = session.card();
    const who = session.scenario.cast[session.scenario.client]?.name.split(" ")[0] ?? "";
    return h(
      "section",
      null,
      h("h2", null, _("Turn by turn")),
      choices.length
        ? [
            h("p", { class: "muted" }, _("How {who} felt: trust in you, ease with the situation, and voice to say what they feel.", { who })),
            stripOf(session.scenario.client_state, choices),
            turnsOf(session, (turn) => this.onFrom(turn)),
          ]
        : h("p", { class: "muted" }, _("No choice was made in this play.")),
    );
  }

  private after(): Child[] {
    const { session } = this;
    const card = session.card();
    const found = closing(card, session.scenario);
    const { breaks: broken, crossed } = summingUp(session);
    const breaks = broken.map((one) =>
      h(
        "div",
        { class: "break" },
        h("p", null, _("Turn {opened}: {what}", { opened: one.turn, what: one.told })),
        one.repaired ? signed("mend", _("You repaired it in turn {repaired}.", { repaired: one.repaired }), "accent") : signed("split", _("It was not repaired in this play."), "warm"),
        one.instead ? elseToTry(one.instead) : null,
      ),
    );
    return [
      h(
        "div",
        { class: "columns" },
        h("section", null, h("h2", null, _("Breaks and repairs")), breaks.length ? breaks : h("p", { class: "muted" }, crossed.length ? _("Nothing else broke between you in this play.") : _("Nothing broke between you in this play."))),
        session.scenario.discussion.length ? h("section", null, h("h2", null, _("To talk about")), h("ul", { class: "questions" }, session.scenario.discussion.map((question) => h("li", null, question)))) : null,
      ),
      found.trap ? h("section", null, h("h2", null, _("What tempts here")), h("p", null, found.trap)) : null,
      found.limits.length ? h("section", null, h("h2", null, _("What this scene leaves out")), found.limits.map((limit) => h("p", null, limit))) : null,
      h("p", { class: "muted" }, _("Formative practice, to learn from. Not legal advice.")),
    ];
  }

  private ways(): Child[] {
    const { app, session } = this;
    const { several } = app.shelf;
    return [
      button(_("Play again"), () => openBriefing(app, session.scenario.id), { kind: "primary", sign: "again", id: "play-again" }),
      button(several ? _("All scenarios") : _("To the beginning"), () => openShelf(app), { kind: "plain", sign: "back" }),
      button(_("Glossary"), () => openGlossary(app), { kind: "quiet", sign: "help" }),
      button(_("History"), () => openHistory(app, session, 0), { kind: "quiet", sign: "history" }),
      button(_("Settings"), () => openSettings(app), { kind: "quiet", sign: "settings" }),
    ];
  }
}

/** Another line or act to try. */
function elseToTry(words: string): HTMLElement {
  return h("p", { class: "try" }, icon("pencil"), h("span", null, h("strong", null, _("Something else to try:")), " ", words));
}

function signless(words: string): HTMLElement {
  return h("span", { class: "muted" }, words);
}

/** A score with chance beside it, as a bar and in figures. */
function gauge(name: string, path: number | null, chance: number | null, strong = false): HTMLElement {
  const bar = h("span", { class: "bar-of", "aria-hidden": "true" });
  const part = (kind: string, value: number | null): void => {
    if (value === null) return;
    const made = h("span", { class: kind });
    made.style.setProperty("--at", `${value}%`);
    bar.append(made);
  };
  part("got", path);
  part("by-chance", chance);
  const figures = path === null ? _("no score") : _("{path} of 100, chance {chance}", { path: shownScore(path), chance: shownScore(chance) });
  return h("div", { class: `gauge${strong ? " strong" : ""}` }, h("p", null, h("span", null, name), " ", h("span", { class: "figures" }, figures)), bar);
}
