// The ending in a few words, then one or two open questions; what is typed is kept, unscored, and may be nothing.
import { _ } from "../../core";
import type { Session } from "../../core";
import type { App } from "../app";
import { h } from "../dom";
import { button } from "../parts";
import { faceOf, Stage } from "../stage";
import { GUARD } from "./conversation";
import { openHistory, openLeave, openSettings, openWherever } from "../ways";
import type { View } from "../view";

export class ReflectionView implements View {
  readonly name = "reflection";
  readonly title: string;
  readonly element: HTMLElement;
  private readonly stage: Stage;

  constructor(
    app: App,
    private readonly session: Session,
  ) {
    const { scenario, ending } = session;
    this.title = ending?.title ?? scenario.title;
    this.stage = new Stage(
      scenario,
      button(_("History"), () => openHistory(app, session, 0), { kind: "quiet", sign: "history" }),
      button(_("Settings"), () => openSettings(app), { kind: "quiet", sign: "settings" }),
      button(_("Leave"), () => openLeave(app, session), { kind: "quiet", sign: "leave", id: "leave" }),
    );
    const fields = session.reflection.map((question, n) => {
      const field = h("textarea", { id: `answer-${n}`, rows: 3, maxlength: 20000, placeholder: _("Your own words, or nothing at all.") });
      return { field, row: h("div", { class: "field" }, h("label", { for: `answer-${n}` }, question), field) };
    });
    let busy = false;
    const since = performance.now(); // a second tap that was meant for the last line leads nowhere
    const hand = async (): Promise<void> => {
      if (busy || performance.now() - since < GUARD) return;
      busy = true;
      try {
        await session.reflect(fields.map(({ field }) => field.value));
        openWherever(app, session);
      } catch (error) {
        app.fail(error);
      }
      busy = false;
    };
    this.stage.card.append(
      h(
        "div",
        { class: "words" },
        ending ? [h("h1", { tabindex: -1 }, ending.title), h("p", { class: "lead" }, ending.text)] : null,
        h("h2", null, _("Before the debrief")),
        fields.map(({ row }) => row),
        h("p", { class: "muted" }, _("Kept in your journal. Nobody scores it.")),
      ),
      h("footer", { class: "foot" }, button(_("See the debrief"), () => void hand(), { kind: "primary", sign: "forward", after: true, id: "see-debrief" })),
    );
    this.element = this.stage.element;
    this.refresh();
  }

  refresh(): void {
    const { session } = this;
    const lines = session.history.flatMap((scene) => scene.lines);
    const last = session.history[session.history.length - 1];
    const node = last?.node ?? session.scenario.start;
    this.stage.refresh(node, last?.place ?? "", faceOf(session.scenario, lines, { speaker: "", expression: "" }));
  }
}
