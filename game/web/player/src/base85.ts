// Bytes as printable text, five letters for four bytes (Ascii85), which is a sixteenth shorter than base64.
// Sibling: `_block` of game/web/page.py, which writes `v` for `<`, so that nothing in it can end its element.

/** The bytes in a text. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const whole = text.trim().replace(/v/g, "<").replace(/z/g, "!!!!!"); // `z` stands for four zeros
  const padded = `${whole}uuuu`;
  const bytes = new Uint8Array(Math.ceil(whole.length / 5) * 4);
  for (let from = 0, to = 0; from < whole.length; from += 5) {
    let value = 0;
    for (let n = 0; n < 5; n++) value = value * 85 + padded.charCodeAt(from + n) - 33;
    bytes[to++] = value >>> 24;
    bytes[to++] = value >>> 16;
    bytes[to++] = value >>> 8;
    bytes[to++] = value;
  }
  return bytes.subarray(0, Math.floor((whole.length * 4) / 5));
}
