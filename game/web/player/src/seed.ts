// What hangs on a play's seed: 64 bits, signed. Siblings: game/play/shuffle.py, game/scenario/vary.py.

import { blake2b } from "./blake2b";
import { encoded } from "./python";

/** The digest of a text keyed by a seed, as hexadecimal digits; they sort as the bytes do. */
export function digestOf(text: string, seed: bigint): string {
  const key = new DataView(new ArrayBuffer(8));
  key.setBigInt64(0, seed);
  return blake2b(encoded(text), new Uint8Array(key.buffer));
}

/** A seed for a new play, another one at each call. */
export function anySeed(): bigint {
  const most = 1_000_000;
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return BigInt(drawn! % most);
}

/** Thirty-two hex digits that nothing else has: a session's id, a device's mark. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40; // as uuid4 has it
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
