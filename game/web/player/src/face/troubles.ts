// What a page says when plays cannot be kept, or not here: one sentence what, one what to do.
import { _, N_ } from "../core";
import type { Trouble } from "./storage";

const TOLD: Record<Trouble, string> = {
  memory: N_("This browser keeps nothing for this page (a private window, perhaps). You can play; save your play as a file before you close it."),
  newer: N_("A newer page has kept plays in this browser, and this older one cannot read them. Open the newer page, or play here and save your play as a file."),
  elsewhere: N_("This play goes on in another tab or window. Go on there, or load this page anew to go on here."),
  full: N_("This device has no room left, so your choices are no longer kept on it. Save your play as a file before you close the page."),
  failed: N_("This browser has stopped keeping your choices. Save your play as a file before you close the page."),
  erased: N_("This play was erased in another tab or window."),
};

/** Returns the sentences for what went wrong. */
export function toldTrouble(trouble: Trouble): string {
  return _(TOLD[trouble]);
}
