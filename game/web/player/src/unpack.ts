// Parts of a page made whole again: they are packed as raw deflate (RFC 1951) in Ascii85, so that a page is half as long.
// Browsers of before 2023 cannot do it by themselves, so it stands here too.
import { fromBase85 } from "./base85";

/** Returns the text in the block of this id; null where the page has none (yet). */
export async function unpacked(id: string): Promise<string | null> {
  const block = document.getElementById(id)?.textContent;
  if (!block) return null;
  const bytes = fromBase85(block);
  const own = ownInflate();
  if (!own) return new TextDecoder().decode(inflate(bytes));
  const writer = own.writable.getWriter();
  void Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined); // the reader hears of it
  return new Response(own.readable).text();
}

/** The browser's own way, which takes a tenth of the time; null where it has none for this format. */
function ownInflate(): DecompressionStream | null {
  try {
    return new DecompressionStream("deflate-raw");
  } catch {
    return null;
  }
}

/** A canonical code: how many words there are of each length, and what they stand for. */
interface Code {
  counts: number[];
  symbols: number[];
}

/** Returns what was deflated. */
export function inflate(from: Uint8Array): Uint8Array {
  let out = new Uint8Array(from.length * 5);
  let size = 0;
  let at = 0;
  let held = 0;
  let left = 0;

  const bits = (count: number): number => {
    while (left < count) {
      held |= from[at++]! << left;
      left += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    left -= count;
    return value;
  };
  const put = (byte: number): void => {
    if (size === out.length) {
      const more = new Uint8Array(size * 2);
      more.set(out);
      out = more;
    }
    out[size++] = byte;
  };
  const symbol = ({ counts, symbols }: Code): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; ; length++) {
      code |= bits(1);
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
  };
  const dynamic = (): [Code, Code] => {
    const literals = bits(5) + 257;
    const distances = bits(5) + 1;
    const many = bits(4) + 4;
    const lengths: number[] = new Array<number>(19).fill(0);
    for (let n = 0; n < many; n++) lengths[ORDER[n]!] = bits(3);
    const code = codeOf(lengths);
    const found: number[] = [];
    while (found.length < literals + distances) {
      const next = symbol(code);
      if (next < 16) found.push(next);
      else {
        const again = next === 16 ? found[found.length - 1]! : 0;
        const times = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : 11 + bits(7);
        for (let n = 0; n < times; n++) found.push(again);
      }
    }
    return [codeOf(found.slice(0, literals)), codeOf(found.slice(literals))];
  };

  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      held = left = 0;
      const length = from[at]! | (from[at + 1]! << 8);
      at += 4;
      for (let n = 0; n < length; n++) put(from[at++]!);
      continue;
    }
    const [literal, distance] = kind === 1 ? FIXED : dynamic();
    for (let next = symbol(literal); next !== 256; next = symbol(literal)) {
      if (next < 256) {
        put(next);
        continue;
      }
      const length = LENGTHS[next - 257]! + bits(LENGTH_BITS[next - 257]!);
      const far = symbol(distance);
      const back = DISTANCES[far]! + bits(far < 4 ? 0 : (far >> 1) - 1);
      for (let n = 0; n < length; n++) put(out[size - back]!);
    }
  }
  return out.subarray(0, size);
}

function codeOf(lengths: number[]): Code {
  const counts = new Array<number>(16).fill(0);
  for (const length of lengths) counts[length]! += 1;
  counts[0] = 0;
  const offsets = [0, 0];
  for (let length = 1; length < 15; length++) offsets.push(offsets[length]! + counts[length]!);
  const symbols: number[] = [];
  lengths.forEach((length, n) => {
    if (length) symbols[offsets[length]!++] = n;
  });
  return { counts, symbols };
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTH_BITS = [..."00000000111122223333444455550"].map(Number);
const LENGTHS = LENGTH_BITS.map((_bits, n) => 3 + LENGTH_BITS.slice(0, n).reduce((sum, bits) => sum + (1 << bits), 0));
LENGTHS[28] = 258;
const DISTANCES = Array.from({ length: 30 }, (_none, n) => (n < 4 ? n + 1 : ((2 + (n & 1)) << ((n >> 1) - 1)) + 1));
const FIXED: [Code, Code] = [
  codeOf(Array.from({ length: 288 }, (_none, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))),
  codeOf(new Array<number>(30).fill(5)),
];
