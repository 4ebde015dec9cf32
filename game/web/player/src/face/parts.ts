// Small parts that several screens share.
import { h, type Child } from "./dom";
import { icon } from "./icons";

export interface Look {
  kind?: "primary" | "plain" | "quiet" | "chip";
  sign?: string;
  after?: boolean;
  id?: string;
  pressed?: boolean;
}

/** Returns a button with its words, and a sign beside them. */
export function button(label: string, act: () => void, look: Look = {}): HTMLButtonElement {
  const sign = look.sign ? icon(look.sign) : null;
  const words = h("span", null, label);
  return h(
    "button",
    {
      type: "button",
      class: look.kind ?? "plain",
      id: look.id,
      "aria-pressed": look.pressed === undefined ? undefined : String(look.pressed),
      onclick: act,
    },
    look.after ? [words, sign] : [sign, words],
  );
}

/** Returns words with a sign before them. */
export function signed(sign: string, words: string, kind = ""): HTMLElement {
  return h("p", { class: `signed ${kind}` }, icon(sign), h("span", null, words));
}

/** Returns a screen over another, or beside a play: a card in the middle with a title and a foot. */
export function sheet(title: string, body: Child[], foot: Child[]): HTMLElement {
  return h(
    "div",
    { class: "sheet" },
    h("main", { class: "card", tabindex: -1 }, h("h1", { tabindex: -1 }, title), h("div", { class: "words" }, body), foot.length ? h("footer", { class: "foot" }, foot) : null),
  );
}
