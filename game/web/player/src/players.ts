// A player's name as it is kept and compared. Sibling: `tidy` of game/play/players.py.

import { cut, storable, strip } from "./python";

export const MOST_NAME = 60;
const SPACE = /[\t\n\v\f\r\x85\u2028\u2029\p{Zs}]/u;
const KEPT = /[^\p{C}\p{Z}]|[\u200c\u200d\u{e0020}-\u{e007f}]/u; // joiners and tags are not seen by themselves

/** A name as a field takes it, with single spaces and one way to write each letter. */
export function tidy(name: string): string {
  const whole = storable(name).normalize("NFC");
  const shown = [...whole].map((one) => (SPACE.test(one) ? " " : KEPT.test(one) ? one : ""));
  const words = shown.join("").split(" ").filter(Boolean);
  return strip(cut(words.join(" "), MOST_NAME));
}
