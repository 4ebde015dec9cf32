// What was said so far, over the conversation.
import { _ } from "../../core";
import type { Session } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { transcript } from "../lines";
import { button, sheet } from "../parts";
import { heard } from "../reading";
import type { View } from "../view";

export class HistoryView implements View {
  readonly name = "history";
  readonly title = _("So far");
  readonly element: HTMLElement;

  constructor(
    private readonly app: App,
    session: Session,
    unread: number,
  ) {
    const body: HTMLElement[] = [];
    let place = "";
    for (const scene of heard(session, unread)) {
      if (scene.place !== place) {
        place = scene.place;
        body.push(h("h2", { class: "place" }, app.told(place)));
      }
      body.push(...transcript(session.scenario, scene.lines));
    }
    if (!body.length) body.push(h("p", { class: "muted" }, _("Nothing has been said yet.")));
    this.element = sheet(this.title, body, [button(_("Back"), () => app.close(), { kind: "primary", sign: "back", id: "back" })]);
  }

  get focus(): HTMLElement | null {
    const lines = this.element.querySelectorAll<HTMLElement>(".line");
    return lines[lines.length - 1] ?? null;
  }

  /** Begins at the newest line. */
  settled(): void {
    this.focus?.scrollIntoView({ block: "center", behavior: "instant" });
  }

  key(event: KeyboardEvent): boolean {
    if (event.key.toLowerCase() !== "h") return false;
    this.app.close();
    return true;
  }
}
