/** What the service asks before it lets one more visitor in from a crowded address. */
export interface Puzzle {
  status: number;
  puzzle: string;
  bits: number;
}

const AT_ONCE = 2000;

/**
 * The number with which SHA-256 of `puzzle:number` begins with so many zero bits. The page stays alive meanwhile. Own code,
 * because `crypto.subtle` is missing on pages without TLS, and answers each hash on its own.
 */
export async function solve({ puzzle, bits }: Puzzle): Promise<number> {
  for (let number = 0; ; number++) {
    if (zeroBits(`${puzzle}:${number}`) >= bits) return number;
    if (number % AT_ONCE === AT_ONCE - 1) await new Promise((go) => setTimeout(go));
  }
}

/** Fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const PRIMES = primes(64);
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const W = new Int32Array(64);

function zeroBits(text: string): number {
  let zeros = 0;
  for (const word of sha256(text)) {
    if (word !== 0) return zeros + Math.clz32(word);
    zeros += 32;
  }
  return zeros;
}

/** Of ASCII alone, as eight words. */
function sha256(text: string): number[] {
  const words = new Int32Array(((text.length + 8) >> 6) * 16 + 16);
  for (let i = 0; i < text.length; i++) words[i >> 2]! |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[text.length >> 2]! |= 0x80 << (24 - (text.length % 4) * 8);
  words[words.length - 1] = text.length * 8;
  const hash = [...START];
  for (let block = 0; block < words.length; block += 16) compress(hash, words, block);
  return hash;
}

function compress(hash: number[], words: Int32Array, block: number): void {
  let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    W[i] = i < 16 ? words[block + i]! : expanded(i);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i]! + W[i]!;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = (hash[i]! + word) | 0));
}

function expanded(i: number): number {
  const old = W[i - 15]!;
  const late = W[i - 2]!;
  return W[i - 16]! + (turn(old, 7) ^ turn(old, 18) ^ (old >>> 3)) + W[i - 7]! + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
  return found;
}
