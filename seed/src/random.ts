/**
 * A small deterministic generator (sfc32). It uses 32-bit integers alone, so that every machine and every version of
 * Node draws the same numbers; nothing here or above it may use Math.exp, log or pow, whose last digit may differ.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  /** Independent sequences for each pair of numbers: order 17 of seed 1 draws the same whatever else is drawn. */
  constructor(seed: number, stream: number) {
    this.#a = mix(seed);
    this.#b = mix(stream ^ 0x9e3779b9);
    this.#c = mix(this.#a ^ stream);
    for (let i = 0; i < 12; i++) this.unit();
  }

  /** At least 0, below 1. */
  unit(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.unit() * list.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }

  /** By weight; at least one weight must be above 0. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T {
    let total = 0;
    for (const entry of list) total += weight(entry);
    let left = this.unit() * total;
    for (const entry of list) {
      left -= weight(entry);
      if (left < 0) return entry;
    }
    return this.pick(list);
  }

  /** A value from a distribution given by its equidistant quantiles: [min, …, median, …, max]. */
  along(quantiles: readonly number[]): number {
    const place = this.unit() * (quantiles.length - 1);
    const below = Math.floor(place);
    const low = quantiles[below] ?? 0;
    const high = quantiles[below + 1] ?? low;
    return low + (high - low) * (place - below);
  }
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
