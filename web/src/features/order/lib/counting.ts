import type { FindingItem } from "@tianyan/api";
import type { Level } from "@tianyan/core";

const HEIGHT: Record<Level, number> = { yellow: 1, orange: 2, red: 3 };

/** For each event that counts for a finding: the highest level among those findings. */
export function levelsByEvent(findings: readonly FindingItem[]): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const { level, events } of findings) {
    if (level === null) continue;
    for (const ref of events) {
      const before = levels.get(ref);
      if (before === undefined || HEIGHT[before] < HEIGHT[level]) levels.set(ref, level);
    }
  }
  return levels;
}

/** Active at the instant of the screen, and charged to somebody. */
export const countsNow = (finding: FindingItem): boolean => finding.level !== null && finding.active && !finding.exempt;

/** Those that count now first, worst first, then newest; what is to come, cleared and exempt after them. */
export function inOrderOfWeight<T extends FindingItem>(findings: readonly T[]): T[] {
  const weight = (one: T) =>
    one.level === null ? 0 : HEIGHT[one.level] + (one.active ? 10 : 0) - (one.exempt ? 20 : 0);
  return [...findings].sort((a, b) => weight(b) - weight(a) || (b.since ?? "").localeCompare(a.since ?? ""));
}
