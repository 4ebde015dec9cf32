// The pictures that the page carries, each in a block of its own at its end: they may come after the first words.
import { h, s } from "./dom";
import type { Person, Scenario } from "../core";

const found = new Map<string, string>();

/** Returns a picture's address by its key, such as `dana/warm` or `place/cafe`; null where the page has none (yet). */
export function picture(key: string): string | null {
  const known = found.get(key);
  if (known) return known;
  const block = document.getElementById(`picture:${key}`);
  if (!block?.textContent) return null;
  const address = `data:image/webp;base64,${block.textContent.trim()}`;
  found.set(key, address);
  return address;
}

/** Returns the first picture that the page has of these: the scenario's own ones first. */
export function firstOf(scenario: Scenario, ...keys: string[]): string | null {
  for (const key of [...keys.map((key) => `own:${scenario.id}/${key}`), ...keys]) {
    const address = picture(key);
    if (address) return address;
  }
  return null;
}

/** Nobody in particular, with the name that the words give. */
export function silhouette(name: string): HTMLElement {
  const shape = s(
    "svg",
    { viewBox: "0 0 500 600", class: "silhouette", "aria-hidden": "true", focusable: "false" },
    s("path", { d: "M150 225a100 135 0 01200 0c0 60-22 105-52 128 4 42 92 50 140 108 26 32 32 84 34 139H28c2-55 8-107 34-139 48-58 136-66 140-108-30-23-52-68-52-128z" }),
  );
  return h("figure", { class: "nobody" }, shape, h("figcaption", null, name));
}

/** A small round picture of somebody, or the first letter of their name. */
export function avatar(scenario: Scenario, person: Person | undefined, name: string, expression: string): HTMLElement {
  const source = person?.portrait ? firstOf(scenario, `${person.portrait}/${expression}`, `${person.portrait}/neutral`) : null;
  if (source) return h("span", { class: "avatar" }, h("img", { src: source, alt: "" }));
  return h("span", { class: "avatar letter", "aria-hidden": "true" }, name.slice(0, 1));
}
