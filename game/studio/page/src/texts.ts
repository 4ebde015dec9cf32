// The page's texts: written in English here, told in the author's language by the catalogue that the server sends.

let told: Record<string, string> = {};

/** From now on texts are told in these words. */
export function speak(words: Record<string, string>): void {
  told = words;
}

/** Returns a text in the author's language, its places filled. */
export function _(text: string, values: Record<string, string | number> = {}): string {
  const found = told[text] ?? text;
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** Marks a text that is told later. */
export function N_(text: string): string {
  return text;
}
