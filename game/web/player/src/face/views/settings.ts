// What can be set: how words look and move, and the language.
import { _ } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { button, sheet } from "../parts";
import { GROUPS, OF_SOUNDS, USUAL, type Group, type Settings } from "../settings";
import { hasSounds } from "../sounds";
import { languageName, openAbout, retell } from "../ways";
import type { View } from "../view";

export class SettingsView implements View {
  readonly name = "settings";
  readonly title = _("Settings");
  readonly element: HTMLElement;

  constructor(private readonly app: App) {
    const groups = [...GROUPS, ...(hasSounds() ? OF_SOUNDS : [])].map((group) => this.group(group));
    const { languages } = app.shelf;
    if (languages.length > 1)
      groups.push(
        this.group(
          {
            name: "language",
            label: _("Language"),
            about: _("A conversation that has begun stays in its language."),
            choices: languages.map((code) => [code, languageName(code)]),
          },
          app.shelf.language,
        ),
      );
    if (app.host.takeBack) groups.push(this.takenBack(app.host.takeBack));
    const usual = (): void => {
      this.app.set({ ...USUAL, language: app.settings.language });
      for (const chip of this.element.querySelectorAll<HTMLElement>(".chip[data-name]")) {
        const name = chip.dataset["name"] as keyof Settings;
        if (name !== "language") chip.setAttribute("aria-pressed", String(chip.dataset["value"] === USUAL[name]));
      }
    };
    this.element = sheet(this.title, groups, [
      button(_("Back"), () => app.close(), { kind: "primary", sign: "back", id: "back" }),
      button(_("Back to the defaults"), usual, { kind: "plain", sign: "again" }),
      button(_("Credits and licences"), () => openAbout(app), { kind: "quiet", sign: "help" }),
    ]);
  }

  private takenBack(ask: () => Promise<number>): HTMLElement {
    const told = h("p", { role: "status" });
    const act = (): void => {
      ask().then(
        (count) => (told.textContent = _("Taken back from your teacher's computer: {count}. What lies on this device stays.", { count })),
        () => (told.textContent = _("Your teacher's computer cannot be reached. Try again later.")),
      );
    };
    return h("section", { class: "group" }, h("h2", null, _("What you handed in")), button(_("Take my plays back"), act, { kind: "plain", sign: "back" }), told);
  }

  private group(group: Group, now: string = this.app.settings[group.name]): HTMLElement {
    const chips = h("div", { class: "chips", role: "group", "aria-label": _(group.label) });
    for (const [value, label] of group.choices) {
      const use = (): void => {
        for (const chip of chips.children) chip.setAttribute("aria-pressed", String(chip === made));
        this.app.set({ ...this.app.settings, [group.name]: value });
        if (group.name === "language") void retell(this.app, value);
      };
      const made = button(_(label), use, { kind: "chip", pressed: value === now, id: `${group.name}-${value}` });
      made.dataset["name"] = group.name;
      made.dataset["value"] = value;
      chips.append(made);
    }
    return h("section", { class: "group" }, h("h2", null, _(group.label)), chips, group.about ? h("p", { class: "muted" }, _(group.about)) : null);
  }
}
