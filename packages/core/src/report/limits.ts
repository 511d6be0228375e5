/** Control limits of a share at one volume, between 0 and 1. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** The two confidences of a funnel plot: about two and about three standard deviations. */
export const WARNING_LIMIT = 0.95;
export const CONTROL_LIMIT = 0.998;

/** Fewer orders than this say nothing about a unit: no share, no verdict. */
export const MINIMUM_VOLUME = 20;

/** From here on the normal distribution tells the same to the third digit, and is cheaper. */
const EXACT_UP_TO = 2_000;

/** Standard normal quantile of (1 + confidence) / 2, for the two confidences in use and any other. */
function normalQuantile(confidence: number): number {
  let [low, high] = [0, 10];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (errorFunction(middle / Math.SQRT2) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** By its series: exact to double precision where it is used, below 5. */
function errorFunction(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return Math.min(1, (2 / Math.sqrt(Math.PI)) * sum);
}

/** P(X = k) for k from 0 to n, by ratios outwards from the mode, so that nothing underflows where it matters. */
function binomial(n: number, p: number): number[] {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Array<number>(n + 1).fill(0);
  weights[mode] = 1;
  const odds = p / (1 - p);
  for (let k = mode; k < n; k++) weights[k + 1] = ((weights[k] ?? 0) * (n - k) * odds) / (k + 1);
  for (let k = mode; k > 0; k--) weights[k - 1] = ((weights[k] ?? 0) * k) / ((n - k + 1) * odds);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The quantile `q` of a count, interpolated between whole counts so that limits do not jump from volume to volume. */
function quantile(chances: readonly number[], q: number): number {
  let below = 0;
  for (const [k, chance] of chances.entries()) {
    if (below + chance > q) return Math.max(0, k - (below + chance - q) / chance);
    below += chance;
  }
  return chances.length - 1;
}

/**
 * Within which limits a share of `volume` orders lies by chance alone, with this confidence, where the share of all is
 * `share` (0 to 1): exact binomial limits, for large volumes the normal ones.
 * After Spiegelhalter, Funnel plots for comparing institutional performance, 2005.
 */
export function shareLimits(volume: number, share: number, confidence: number): Limits {
  if (volume <= 0) return { lower: 0, upper: 1 };
  if (share <= 0 || share >= 1) return { lower: share, upper: share };
  if (volume > EXACT_UP_TO) {
    const reach = normalQuantile(confidence) * Math.sqrt((share * (1 - share)) / volume);
    return { lower: Math.max(0, share - reach), upper: Math.min(1, share + reach) };
  }
  const chances = binomial(volume, share);
  const tail = (1 - confidence) / 2;
  // Of a handful of orders even the share of all can be no possible share; it stays inside all the same.
  return {
    lower: Math.min(share, quantile(chances, tail) / volume),
    upper: Math.max(share, quantile(chances, 1 - tail) / volume),
  };
}

/** Where a share stands: beyond the control limits, between those and the warning limits, or where chance puts it. */
export const VERDICTS = ["high", "raised", "within", "lowered", "low"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Null where the volume is too small to say anything. */
export function verdictOf(flagged: number, volume: number, share: number): Verdict | null {
  if (volume < MINIMUM_VOLUME) return null;
  const own = flagged / volume;
  const control = shareLimits(volume, share, CONTROL_LIMIT);
  if (own > control.upper) return "high";
  if (own < control.lower) return "low";
  const warning = shareLimits(volume, share, WARNING_LIMIT);
  if (own > warning.upper) return "raised";
  if (own < warning.lower) return "lowered";
  return "within";
}
