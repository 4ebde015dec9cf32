// The interface in the player's language: `_` tells a text, `N_` marks one that is told later. Sibling: game/words.py.

let catalogue: Record<string, string> = {};

/** From now on everything is told from this catalogue: English texts and what they are in another language. */
export function speak(texts: Record<string, string> | undefined): void {
  catalogue = texts ?? {};
}

/** The text in the language chosen, its places such as `{turn}` filled with `values`. */
export function _(text: string, values: Record<string, string | number> = {}): string {
  const told = catalogue[text] ?? text;
  return told.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

/** The text itself, marked to be found by a translator; `_` tells it where it is shown. */
export function N_(text: string): string {
  return text;
}
