// What Python does where JavaScript does something else. A journal has to come out the same, byte for byte.

const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");
const LONE = /[\ud800-\udfff]/u; // by code points, so that whole pairs are none

/** Python's `strip()`: not what `trim()` takes off. */
export function strip(text: string): string {
  return text.replace(AROUND, "");
}

/** The first `most` characters, counted as Python does: a smiley is one. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join("");
}

/** How many characters Python counts. */
export function length(text: string): number {
  let found = 0;
  for (const _character of text) found++;
  return found;
}

/** Whether a text has no half of a character, which no file can hold. */
export function wellFormed(text: string): boolean {
  return !LONE.test(text);
}

/** The text with a question mark for every half of a character. */
export function storable(text: string): string {
  return text.replace(new RegExp(LONE, "gu"), "?");
}

/** A moment as pydantic writes it: no fraction of a second, or six digits of it. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z").replace(/(\.\d{3})Z/, "$1000Z");
}

/** Python's `repr` of a figure of a card: always with its tenth. */
export function asFloat(figure: number): string {
  return figure.toFixed(1);
}

/** Bytes of a text as UTF-8. */
export function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
