// The conversation: lines at the reader's pace, then what could be said; after a choice in practice, what it did.
import { _ } from "../../core";
import { toTry, words, type Session } from "../../core";
import type { Offer } from "../../core";
import type { App } from "../app";
import { focusOn, h } from "../dom";
import { icon } from "../icons";
import { spoken, transcript } from "../lines";
import { button } from "../parts";
import { bare, exchange, Reading, stretches } from "../reading";
import { faceOf, PHONE, Stage, type Seen } from "../stage";
import { openHistory, openLeave, openSettings, openWherever } from "../ways";
import type { View } from "../view";

/** Milliseconds in which a tap or key that was meant for a line picks nothing. */
export const GUARD = 200;
/** Pixels that stay free under the last option. */
const UNDER = 12;

/** Reading and choosing, own words and feedback: everything between the briefing and the reflection. */
export class ConversationView implements View {
  readonly name = "conversation";
  readonly title: string;
  readonly element: HTMLElement;
  private readonly stage: Stage;
  private readonly said = h("div", { class: "lines" });
  private readonly below = h("div", { class: "below" });
  private readonly foot = h("footer", { class: "foot" });
  private reading: Reading;
  private offers: Offer[] = [];
  private seen: Seen = { speaker: "", expression: "" };
  private since = 0;
  private busy = false;

  constructor(
    private readonly app: App,
    readonly session: Session,
  ) {
    const { scenario } = session;
    this.title = scenario.title;
    this.stage = new Stage(
      scenario,
      button(_("History"), () => openHistory(app, session, this.unread), { kind: "quiet", sign: "history" }),
      button(_("Settings"), () => openSettings(app), { kind: "quiet", sign: "settings" }),
      button(_("Leave"), () => openLeave(app, session), { kind: "quiet", sign: "leave", id: "leave" }),
    );
    this.element = this.stage.element;
    this.stage.card.append(
      h("h1", { class: "unseen", tabindex: -1 }, scenario.title),
      h("div", { class: "words", onclick: () => this.tapped() }, this.said, this.below),
      this.foot,
    );
    this.reading = new Reading(stretches(session), app.settings.pace === "all", session.phase === "choosing");
    this.tell();
    if (session.phase === "choosing") void this.offer();
    else this.arrive();
  }

  get focus(): HTMLElement | null {
    return (this.below.querySelector<HTMLElement>("textarea") ?? this.newest) as HTMLElement | null;
  }

  settled(): void {
    if (!this.below.childElementCount) this.newest?.scrollIntoView({ block: "nearest" });
  }

  refresh(): void {
    this.stage.refresh(this.reading.now.node, this.reading.now.place, this.seen);
  }

  key(event: KeyboardEvent): boolean {
    const number = Number(event.key);
    if (this.offers.length && Number.isInteger(number) && number > 0) {
      void this.choose(this.offers.findIndex((offer, n) => this.session.numberOf(offer, n) === number));
      return true;
    }
    const onControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement;
    if (event.key === "Escape") openLeave(this.app, this.session);
    else if (event.key.toLowerCase() === "h") openHistory(this.app, this.session, this.unread);
    else if (event.key === "ArrowRight" || ((event.key === "Enter" || event.key === " ") && !onControl)) {
      if (this.offers.length) return false;
      this.advance();
    } else return false;
    return true;
  }

  private get unread(): number {
    return this.offers.length ? 0 : this.reading.unread;
  }

  private get newest(): HTMLElement | null {
    return this.said.lastElementChild as HTMLElement | null;
  }

  /** Tells all lines that stand now, anew: at the start, and where the place changes. */
  private tell(): void {
    const { now, lines } = this.reading;
    this.stage.at(now.node, now.place);
    this.element.dataset["turns"] = String(this.session.turns);
    this.said.replaceChildren(...transcript(this.session.scenario, lines.map(bare), now.place === PHONE));
    this.mark(Math.max(0, Math.min(now.known, lines.length - 1)));
    this.face();
  }

  /** Lines before `fresh` were read before; they stand back. */
  private mark(fresh: number): void {
    [...this.said.children].forEach((line, n) => line.classList.toggle("old", n < fresh));
  }

  private face(): void {
    const { now, lines } = this.reading;
    const before = this.session.history.flatMap((scene) => scene.lines);
    this.seen = this.seen.speaker ? this.seen : faceOf(this.session.scenario, before.slice(0, 0), this.seen);
    this.seen = faceOf(this.session.scenario, lines, this.seen);
    this.stage.see(this.seen, now.node, now.place);
  }

  /** A tap on the words leads on, unless something on them was meant. */
  private tapped(): void {
    if (this.offers.length || String(getSelection() ?? "") || this.below.childElementCount) return;
    this.advance();
  }

  private advance(): void {
    if (this.busy) return;
    if (this.reading.atEnd) {
      void this.pastLines();
      return;
    }
    const from = this.reading.line;
    if (this.reading.next()) this.tell();
    else {
      const { now, lines } = this.reading;
      for (let n = from + 1; n < lines.length; n++) {
        const line = spoken(this.session.scenario, bare(lines[n]!), lines[n - 1], now.place === PHONE);
        line.classList.add("fresh");
        this.said.append(line);
      }
      this.mark(from + 1);
      this.face();
    }
    this.arrive();
  }

  /** New lines stand there: brings them into sight and says what comes next. */
  private arrive(): void {
    if (this.reading.atEnd && this.session.phase === "reading" && !this.session.ending) {
      void this.offer();
      return;
    }
    this.foot.replaceChildren(
      button(_("Continue"), () => this.advance(), { kind: "primary", sign: "forward", after: true, id: "continue" }),
    );
    this.toNewest();
  }

  private toNewest(): void {
    const fresh = this.said.querySelector<HTMLElement>(".line:not(.old)") ?? this.newest;
    focusOn(fresh);
    this.newest?.scrollIntoView({ block: "nearest" });
  }

  /** Everything was read: the feedback, or the reflection after an ending. */
  private async pastLines(): Promise<void> {
    if (this.session.phase === "feedback") {
      this.showFeedback();
      return;
    }
    await this.during(async () => {
      await this.session.read();
      openWherever(this.app, this.session);
    });
  }

  /** The options, or the question before them. */
  private async offer(): Promise<void> {
    if (this.session.phase === "reading") await this.session.read(); // also while a choice is still being kept
    const fresh = this.said.querySelector<HTMLElement>(".line:not(.old)") ?? this.newest;
    if (this.session.ownWords !== null) {
      this.askFirst(this.session.ownWords);
      return;
    }
    this.offers = this.session.offers();
    this.since = performance.now();
    this.foot.replaceChildren();
    this.below.replaceChildren(
      h("ol", { class: "options", "aria-label": _("What you can say or do") }, this.offers.map((offer, n) => h("li", null, this.option(offer, n)))),
    );
    this.element.classList.add("choosing");
    focusOn(fresh);
    this.inSight(fresh);
  }

  /** Brings the newest line and the options under it into sight; where both do not fit, the line's beginning. */
  private inSight(line: HTMLElement | null): void {
    const room = Math.min(innerHeight, this.stage.card.clientHeight) - UNDER; // the window scrolls, or the card in it
    const first = (line ?? this.below).getBoundingClientRect().top;
    this.below.style.scrollMarginBottom = `${UNDER}px`;
    if (this.below.getBoundingClientRect().bottom - first <= room) this.below.scrollIntoView({ block: "end" });
    else (line ?? this.below).scrollIntoView({ block: "start" });
  }

  private option(offer: Offer, n: number): HTMLButtonElement {
    const label = h("span", { class: "label" }, words(offer.option));
    if (offer.locked) label.append(h("span", { class: "why" }, icon("lock"), offer.locked));
    return h(
      "button",
      {
        type: "button",
        class: `option${offer.option.say ? "" : " act"}`,
        id: `option-${n + 1}`,
        "aria-disabled": offer.locked ? "true" : undefined,
        onclick: () => void this.choose(n),
      },
      h("span", { class: "number", "aria-hidden": "true" }, String(this.session.numberOf(offer, n))),
      label,
    );
  }

  private async choose(n: number): Promise<void> {
    const offer = this.offers[n];
    if (!offer || this.busy || performance.now() - this.since < GUARD) return;
    if (offer.locked) {
      this.below.querySelector<HTMLElement>(`#option-${n + 1}`)?.focus();
      return;
    }
    await this.during(async () => {
      await this.session.choose(offer.option.id);
      this.restart();
    });
  }

  /** What was typed before the options are seen. */
  private askFirst(question: string): void {
    const field = h("textarea", { id: "own-words", rows: 3, maxlength: 20000 });
    const hand = (): void =>
      void this.during(async () => {
        await this.session.putInOwnWords(field.value);
        this.below.replaceChildren();
        await this.offer();
      });
    this.below.replaceChildren(
      h("div", { class: "field" }, h("label", { for: "own-words" }, question), field),
      h("p", { class: "muted" }, `${_("Your own words, or nothing.")} ${_("Then you will see what the game offers.")} ${_("What you type is kept in your journal and not scored.")}`),
    );
    this.foot.replaceChildren(button(_("See the options"), hand, { kind: "primary", sign: "forward", after: true, id: "own-words-done" }));
    focusOn(field);
    this.below.scrollIntoView({ block: "nearest" });
  }

  /** In practice, after the answer was read: what you did, what came of it, another line to try. */
  private showFeedback(): void {
    const feedback = this.session.feedback();
    const { mine } = exchange(this.session);
    const go = (): void =>
      void this.during(async () => {
        this.session.goOn();
        this.restart();
      });
    this.said.replaceChildren(spoken(this.session.scenario, mine, undefined, false));
    this.said.firstElementChild?.classList.add("old");
    const head = h("h2", { tabindex: -1 }, _("What you did"));
    this.below.replaceChildren(
      h(
        "div",
        { class: "feedback" },
        feedback.did.length ? [head, feedback.did.map((did) => h("p", null, did))] : null,
        feedback.text ? [h("h2", null, _("What came of it")), h("p", null, feedback.text)] : null,
        feedback.instead
          ? h("div", { class: "instead" }, h("h2", null, icon("pencil"), _("Something else to try")), h("p", null, toTry(feedback.instead)))
          : null,
      ),
    );
    this.foot.replaceChildren(button(_("Continue"), go, { kind: "primary", sign: "forward", after: true, id: "continue" }));
    this.element.classList.add("reviewing");
    focusOn(this.below.querySelector<HTMLElement>("h2") ?? head);
    this.stage.card.scrollTo(0, 0);
    this.said.scrollIntoView({ block: "nearest" });
  }

  /** A new moment of the play: its lines from the first. */
  private restart(): void {
    this.element.classList.remove("choosing", "reviewing");
    this.offers = [];
    this.below.replaceChildren();
    this.reading = new Reading(stretches(this.session), this.app.settings.pace === "all");
    this.tell();
    this.arrive();
  }

  /** Does something once, and shows what went wrong. */
  private async during(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
    } catch (error) {
      this.app.fail(error);
    } finally {
      this.busy = false;
    }
  }
}
