// What this is, who made it and under which licences, and what is kept.
import { _ } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { button, sheet } from "../parts";
import type { View } from "../view";

export class AboutView implements View {
  readonly name = "about";
  readonly title = _("Credits and licences");
  readonly element: HTMLElement;

  constructor(app: App) {
    const { credits } = app.shelf.page;
    this.element = sheet(
      this.title,
      [
        h("p", null, _("Formative practice, to learn from. Not legal advice.")),
        h("p", null, app.host.privacy),
        h("dl", { class: "credits", lang: "en" }, credits.map(([what, by, licence]) => [h("dt", null, what), h("dd", null, `${by}. ${licence}.`.replace("..", "."))])),
        h("p", { class: "muted" }, `Equal Footing ${app.shelf.page.game}`),
      ],
      [button(_("Back"), () => app.close(), { kind: "primary", sign: "back", id: "back" })],
    );
  }
}
