// The ground that the screens of a play share: a place, the person in it, and a card for the words.
import { _ } from "../core";
import type { Line, Scenario } from "../core";
import { h, type Child } from "./dom";
import { avatar, firstOf, silhouette } from "./pictures";
import { enter } from "./sounds";

export const PHONE = "phone";

/** Who is seen: somebody of the cast with an expression, or nobody. */
export interface Seen {
  speaker: string;
  expression: string;
}

/** Returns who said the last of these lines, where anybody did; else who was seen before. */
export function faceOf(scenario: Scenario, lines: Line[], before: Seen): Seen {
  for (const line of [...lines].reverse())
    if (line.speaker !== "you" && line.speaker !== "narration")
      return { speaker: line.speaker, expression: line.expression };
  return before.speaker ? before : { speaker: scenario.client, expression: "neutral" };
}

export class Stage {
  readonly element: HTMLElement;
  readonly card = h("main", { class: "card", tabindex: -1 });
  private readonly backdrop = h("div", { class: "backdrop", "aria-hidden": "true" });
  private readonly person = h("div", { class: "person" });
  private shown = "";
  private place = "";

  constructor(
    private readonly scenario: Scenario,
    ...bar: Child[]
  ) {
    this.element = h("div", { class: "stage" }, this.backdrop, this.person, this.card);
    if (bar.length) this.element.insertBefore(h("nav", { class: "bar", "aria-label": _("This play") }, bar), this.person);
  }

  /** Shows a node's place at its hour, and lets it be heard. */
  at(node: string, place: string): void {
    enter(this.scenario.id, place);
    const found = this.scenario.nodes[node];
    const hour = found?.time ?? "day";
    this.element.classList.toggle("on-phone", place === PHONE);
    this.element.dataset["hour"] = hour;
    const key = `${place}/${hour}`;
    if (key === this.place && this.backdrop.firstChild) return;
    this.place = key;
    const shows = this.scenario.pictures[place] ?? "";
    const source = firstOf(this.scenario, `place/${place}-${hour}`, `place/${place}`);
    this.backdrop.replaceChildren(...(source ? [h("img", { src: source, alt: shows })] : []));
    if (shows) this.backdrop.removeAttribute("aria-hidden");
    else this.backdrop.setAttribute("aria-hidden", "true");
  }

  /** Shows somebody; on a phone as a contact, on the table as they lie. */
  see(seen: Seen, node: string, place: string): void {
    const person = this.scenario.cast[seen.speaker];
    const name = person?.name ?? seen.speaker;
    const lying = seen.speaker === this.scenario.client ? this.scenario.nodes[node]?.lying : null;
    const key = [seen.speaker, seen.expression, lying, place === PHONE].join("/");
    if (key === this.shown && this.person.firstChild) return;
    this.shown = key;
    const portrait = person?.portrait;
    const alt = [_("{name}, {expression}", { name, expression: _(seen.expression) }), this.scenario.pictures[portrait ?? ""]].filter(Boolean).join(". ");
    this.person.classList.toggle("lies", false);
    if (place === PHONE) {
      this.person.replaceChildren(
        h("div", { class: "contact" }, avatar(this.scenario, person, name, seen.expression), h("span", null, name)),
      );
      return;
    }
    const laid = lying && portrait ? firstOf(this.scenario, `${portrait}/${lying}-${seen.expression}`, `${portrait}/${lying}-neutral`, `${portrait}/${lying}`) : null;
    const source = laid ?? (portrait ? firstOf(this.scenario, `${portrait}/${seen.expression}`, `${portrait}/neutral`) : null);
    if (!source) {
      this.person.replaceChildren(silhouette(name));
      return;
    }
    this.person.classList.toggle("lies", Boolean(laid));
    const image = h("img", { src: source, alt });
    const swap = (): void => {
      if (this.shown === key) this.person.replaceChildren(image);
    };
    if (this.person.firstChild) image.decode().then(swap, swap);
    else swap();
  }

  /** Shows what the page has only now. */
  refresh(node: string, place: string, seen: Seen): void {
    this.place = this.shown = "";
    this.at(node, place);
    this.see(seen, node, place);
  }
}
