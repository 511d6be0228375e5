const BITS = 2 ** 29;
const HASHES = 8;

/**
 * Remembers texts in 64 MB, however many: it never misses one that it has seen, and hardly ever (10 million texts: fewer than one in a
 * million) takes a new one for seen.
 */
export class BloomFilter {
  readonly #words = new Int32Array(BITS / 32);

  /** True where `text` was (almost surely) added before. */
  add(text: string): boolean {
    const { first, second } = hashes(text);
    let seen = true;
    for (let k = 0; k < HASHES; k++) {
      const bit = (first + Math.imul(k, second)) & (BITS - 1);
      const mask = 1 << (bit & 31);
      const word = this.#words[bit >>> 5] ?? 0;
      if ((word & mask) === 0) {
        seen = false;
        this.#words[bit >>> 5] = word | mask;
      }
    }
    return seen;
  }
}

/** Two independent hashes (FNV-1a and a multiplicative one, both mixed); the second is odd. */
function hashes(text: string): { readonly first: number; readonly second: number } {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x5bd1e995);
  }
  return { first: mix(a), second: mix(b) | 1 };
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A hash that spreads texts over parts. */
export const hashOf = (text: string): number => hashes(text).first >>> 0;
