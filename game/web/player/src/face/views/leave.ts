// Whether to leave a play; leaving costs nothing, and it can be continued.
import { _ } from "../../core";
import type { Session } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { handIn } from "../handin";
import { button, sheet } from "../parts";
import { leave } from "../ways";
import type { View } from "../view";

export class LeaveView implements View {
  readonly name = "leave";
  readonly title = _("Leave this conversation?");
  readonly element: HTMLElement;

  constructor(app: App, session: Session) {
    const kept = app.lasts || app.host.platform;
    const told = kept
      ? _("Everything so far is kept. You can continue from here at any time, and leaving costs nothing.")
      : _("Nothing is kept on this device. Save your play as a file first, if you want to keep it.");
    const said = h("p", { class: "said", role: "status" });
    this.element = sheet(this.title, [h("p", null, told), said], [
      button(_("Stay"), () => app.close(), { kind: "primary", sign: "back", id: "stay" }),
      button(_("Save my play"), () => void handIn(app, [session.begun.session], said), { kind: "plain", sign: "save" }),
      button(_("Leave for now"), () => void leave(app, session), { kind: "plain", sign: "leave", id: "leave-now" }),
    ]);
    this.element.classList.add("small");
  }
}
