// The first script of a page: makes each packed part whole as soon as it has come, and starts the player once it and its
// data are there; the scenes come after that. The page's policy names what it puts on by hashes, so nothing else can be
// put in its place.

import { openEarly } from "./face/base";
import { unpacked } from "./unpack";

/** What the player that the page carries offers. */
interface Player {
  start(data: string, dress: () => void, scenes: Promise<string | null>): void;
}

let style: Promise<string | null>;
let player: Promise<void>;
let come: (text: Promise<string | null> | null) => void;
const scenes = new Promise<string | null>((done) => (come = done)); // null where the page broke off before them
document.addEventListener("DOMContentLoaded", () => come(null));

/** Makes a part of the page whole that has just come: the style, then the player, the data, and the scenes. */
async function whole(id: "style" | "player" | "data" | "scenes"): Promise<void> {
  const text = unpacked(id);
  if (id === "style") style = text;
  else if (id === "player") player = text.then((told) => put("script", told));
  else if (id === "scenes") come(text);
  else {
    const [data, look] = await Promise.all([text, style, player]);
    (globalThis as unknown as { EqualFooting: Player }).EqualFooting.start(data ?? "", () => put("style", look), scenes);
  }
}

function put(kind: "style" | "script", text: string | null): void {
  const made = document.createElement(kind);
  made.textContent = text;
  document.head.append(made);
}

// `keep` begins to read what is kept on this device: at once on a page by itself, and the player asks for another's.
// `unpacked` makes other languages whole, which the player asks for.
Object.assign(globalThis, { whole, keep: openEarly, unpacked });
