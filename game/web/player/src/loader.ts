// The first script of a page: makes each packed part whole as soon as it has come, and starts the player once it and its
// data are there. The page's policy names what it puts on by hashes, so nothing else can be put in its place.

import { openEarly } from "./face/base";
import { unpacked } from "./unpack";

/** What the player that the page carries offers. */
interface Player {
  start(data: string, dress: () => void): void;
}

let style: Promise<string | null>;
let player: Promise<void>;

/** Makes a part of the page whole that has just come: the style, then the player, and last the data. */
async function whole(id: "style" | "player" | "data"): Promise<void> {
  const text = unpacked(id);
  if (id === "style") style = text;
  else if (id === "player") player = text.then((told) => put("script", told));
  else {
    const [data, look] = await Promise.all([text, style, player]);
    (globalThis as unknown as { EqualFooting: Player }).EqualFooting.start(data ?? "", () => put("style", look));
  }
}

function put(kind: "style" | "script", text: string | null): void {
  const made = document.createElement(kind);
  made.textContent = text;
  document.head.append(made);
}

// `keep` begins to read what is kept on this device: at once on a page by itself, and the player asks for another's.
Object.assign(globalThis, { whole, keep: openEarly });
