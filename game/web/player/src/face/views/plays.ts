// My plays: what is kept on this device, to look at again, to go on with, to save, to erase; and someone else's turn.
import { _ } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { handIn } from "../handin";
import { button, sheet, signed } from "../parts";
import type { Play } from "../plays";
import { openHome, openKept, trying } from "../ways";
import type { View } from "../view";

export class PlaysView implements View {
  readonly name = "plays";
  readonly title = _("My plays");
  readonly element: HTMLElement;
  private readonly said = h("p", { class: "said", role: "status" });
  private readonly body = h("div", { class: "kept" });

  constructor(private readonly app: App) {
    this.tell();
    this.element = sheet(this.title, [this.said, this.body], [
      button(_("Back"), () => this.back(), { kind: "primary", sign: "back", id: "back" }),
    ]);
  }

  private back(): void {
    if (this.gone) openHome(this.app);
    else this.app.close();
  }

  private gone = false;

  private tell(): void {
    const { app } = this;
    const { list } = app.plays;
    const rows = list.map((play) => this.row(play));
    const who = app.plays.player;
    this.body.replaceChildren(
      h("p", null, app.lasts ? _("They are kept in this browser, on this device, and nowhere else.") : _("Nothing is kept on this device: these plays are gone when the page is closed.")),
      ...(rows.length ? rows : [h("p", { class: "muted" }, _("There is no play yet."))]),
      h(
        "section",
        { class: "group" },
        h("h2", null, _("All of them")),
        h(
          "div",
          { class: "chips" },
          list.length
            ? button(_("Save all as one file"), () => void handIn(app, list.map((play) => play.session), this.said, false), { kind: "plain", sign: "save", id: "save-all" })
            : null,
          button(_("Someone else plays now"), () => this.ask(_("Someone else plays now?"), _("The name is forgotten, and plays from now on are told apart from those before. The plays above stay."), _("Someone else plays now"), () => app.plays.someoneElse()), { kind: "plain", sign: "person", id: "someone-else" }),
          list.length
            ? button(_("Erase all"), () => this.ask(_("Erase all plays?"), _("They cannot be brought back. What you have handed in is not touched."), _("Erase them now"), () => app.plays.erase()), { kind: "plain", sign: "cross", id: "erase-all" })
            : null,
        ),
        who ? signed("person", _("Plays carry the name {name}.", { name: who })) : null,
      ),
    );
  }

  private row(play: Play): HTMLElement {
    const { app } = this;
    const when = new Date(play.at).toLocaleString(app.shelf.language || undefined, { dateStyle: "medium", timeStyle: "short" });
    const known = app.shelf.find(play.scenario) !== undefined;
    const state = play.finished ? (play.ending ?? _("finished")) : _("{turns} choices so far", { turns: play.turns });
    return h(
      "article",
      { class: "play" },
      h("h2", null, play.title),
      h("p", { class: "muted" }, [when, state, play.player].filter(Boolean).join(" · ")),
      h(
        "div",
        { class: "chips" },
        known
          ? button(play.finished ? _("See the debrief") : _("Continue"), () => void trying(app, () => openKept(app, play)), { kind: "plain", sign: play.finished ? "book" : "again" })
          : h("p", { class: "muted" }, _("This page does not have its scenario.")),
        button(_("Save"), () => void handIn(app, [play.session], this.said), { kind: "quiet", sign: "save" }),
        button(_("Erase"), () => this.ask(_("Erase this play?"), _("It cannot be brought back."), _("Erase it now"), () => app.plays.erase(play.session)), { kind: "quiet", sign: "cross" }),
      ),
    );
  }

  /** Asks once more before something goes. */
  private ask(title: string, about: string, sure: string, act: () => Promise<void>): void {
    const { app } = this;
    const yes = async (): Promise<void> => {
      await act();
      this.gone = true;
      this.tell();
      app.close();
    };
    app.over({
      name: "ask",
      title,
      element: sheet(title, [h("p", null, about)], [
        button(_("Keep everything"), () => app.close(), { kind: "primary", sign: "back", id: "keep" }),
        button(sure, () => void yes(), { kind: "plain", sign: "cross", id: "sure" }),
      ]),
    });
  }
}
