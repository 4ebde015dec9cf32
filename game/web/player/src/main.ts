// The page's way in: the core, for whoever holds it against Python, and the face, where there is a document.

export * from "./core";
import { open, opening, sayFailure } from "./face/main";

if (typeof document !== "undefined") opening();

/** Starts the page with this data; called by the loader. */
export function start(data: string): void {
  open(data).catch(sayFailure);
}
