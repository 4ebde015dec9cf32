// BLAKE2b with a key (RFC 7693): what `hashlib.blake2b(message, key=key).hexdigest()` gives.

const IV = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
const ORDER = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
  "0123456789abcdef", "ea489fd61c02b753",
].map((row) => [...row].map((digit) => parseInt(digit, 16)));
const MIXED = ["048c", "159d", "26ae", "37bf", "05af", "16bc", "278d", "349e"].map((row) =>
  [...row].map((digit) => parseInt(digit, 16)),
);
const BLOCK = 128;
const BYTES = 64;

/** The digest of a message under a key of 1 to 64 bytes, as hexadecimal digits. */
export function blake2b(message: Uint8Array, key: Uint8Array): string {
  const blocks = Math.ceil(message.length / BLOCK) || 0;
  const data = new Uint8Array(BLOCK * (1 + blocks));
  data.set(key);
  data.set(message, BLOCK);
  const state = BigUint64Array.from(IV);
  state[0]! ^= 0x01010000n ^ (BigInt(key.length) << 8n) ^ BigInt(BYTES);
  for (let block = 0; block <= blocks; block++) {
    const last = block === blocks;
    const soFar = last ? BLOCK + message.length : BLOCK * (block + 1);
    compress(state, new DataView(data.buffer, BLOCK * block), BigInt(soFar), last);
  }
  const digest = new DataView(new ArrayBuffer(BYTES));
  state.forEach((word, index) => digest.setBigUint64(8 * index, word, true));
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function compress(state: BigUint64Array, block: DataView, soFar: bigint, last: boolean): void {
  const v = BigUint64Array.from([...state, ...IV]); // each element keeps 64 bits, so that sums wrap round
  v[12]! ^= soFar;
  if (last) v[14]! ^= 0xffffffffffffffffn;
  for (const order of ORDER) {
    MIXED.forEach(([a, b, c, d], index) => {
      mix(v, a!, b!, c!, d!, word(block, order[2 * index]!), word(block, order[2 * index + 1]!));
    });
  }
  for (let i = 0; i < 8; i++) state[i]! ^= v[i]! ^ v[i + 8]!;
}

function word(block: DataView, index: number): bigint {
  return block.getBigUint64(8 * index, true);
}

function mix(v: BigUint64Array, a: number, b: number, c: number, d: number, x: bigint, y: bigint): void {
  v[a]! += v[b]! + x;
  v[d] = turned(v[d]! ^ v[a]!, 32n);
  v[c]! += v[d]!;
  v[b] = turned(v[b]! ^ v[c]!, 24n);
  v[a]! += v[b]! + y;
  v[d] = turned(v[d]! ^ v[a]!, 16n);
  v[c]! += v[d]!;
  v[b] = turned(v[b]! ^ v[c]!, 63n);
}

function turned(value: bigint, by: bigint): bigint {
  return (value >> by) | (value << (64n - by));
}
