// The way in of a page that is made for a learning platform; a page by itself does not carry what only these need.

export * from "./core";
export { suspended, taken } from "./face/suspended";
import { hostOf } from "./face/hosts";
import { open, sayFailure } from "./face/main";

/** Starts the page with this data; called by the loader, whose `dress` puts the style on; the scenes are on their way. */
export function start(data: string, dress: () => void, scenes: Promise<string | null>): void {
  open(data, dress, scenes, hostOf).catch(sayFailure);
}
