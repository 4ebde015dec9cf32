// The page's way in: the core, for whoever holds it against Python, and the face, where there is a document.

export * from "./core";
import { open, sayFailure } from "./face/main";

/** Starts the page with this data; called by the loader, whose `dress` puts the style on; the scenes are on their way. */
export function start(data: string, dress: () => void, scenes: Promise<string | null>): void {
  open(data, dress, scenes).catch(sayFailure);
}
