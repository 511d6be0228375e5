/** What was found of the findings of one rule. */
export interface Verified {
  readonly confirmed: number;
  readonly dismissed: number;
  readonly exempt: number;
}

export const NOTHING_VERIFIED: Verified = { confirmed: 0, dismissed: 0, exempt: 0 };

/** Fewer than this say nothing about a rule. */
export const FEWEST_VERIFIED = 10;

/** Of those that were confirmed or dismissed; null where none was. What was exempted says nothing about the rule. */
export function confirmedShare({ confirmed, dismissed }: Verified): number | null {
  const looked = confirmed + dismissed;
  return looked === 0 ? null : confirmed / looked;
}

const Z = 1.959963984540054;

/** Wilson's lower bound of the confirmed share at 95 %; null where none was confirmed or dismissed. */
export function confirmedAtLeast({ confirmed, dismissed }: Verified): number | null {
  const n = confirmed + dismissed;
  if (n === 0) return null;
  const share = confirmed / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return Math.max(0, (share + (Z * Z) / (2 * n) - spread) / (1 + (Z * Z) / n));
}
