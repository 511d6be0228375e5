import type { LevelCounts, Overview } from "@tianyan/api";
import { growth, NOTABLE_CHANGE, type RuleId } from "@tianyan/core";

export interface RuleTrend {
  readonly rule: RuleId;
  readonly now: number;
  readonly before: number;
  /** Standard deviations beyond what the volume explains. */
  readonly growth: number;
  /** One a part. */
  readonly parts: readonly LevelCounts[];
}

const NONE: LevelCounts = { yellow: 0, orange: 0, red: 0 };

/** Rules over time, those that grew most beyond the volume first. */
export function ruleTrends({ rules, trend, accepted }: Overview): RuleTrend[] {
  return rules
    .map(({ rule, now, before }): RuleTrend => {
      const cells = trend.cells.filter((cell) => cell.rule === rule);
      const parts = trend.parts.map((_, part) => cells.find((cell) => cell.part === part) ?? NONE);
      return { rule, now, before, growth: growth({ now, before }, accepted), parts };
    })
    .sort((a, b) => b.growth - a.growth || b.now - a.now);
}

/** Those that grew by more than chance and volume explain. */
export const grown = (trends: readonly RuleTrend[]): RuleTrend[] =>
  trends.filter((trend) => trend.growth >= NOTABLE_CHANGE);

/** The rules worth a picture: the most frequent of the period and its trend, in the order given. */
export function mostFrequent(trends: readonly RuleTrend[], count: number): RuleTrend[] {
  const size = (trend: RuleTrend) =>
    trend.now + trend.parts.reduce((sum, part) => sum + part.yellow + part.orange + part.red, 0);
  const kept = new Set([...trends].sort((a, b) => size(b) - size(a)).slice(0, count));
  return trends.filter((trend) => kept.has(trend));
}

/** How findings as a whole stand to the volume. Those of one order come together: fewer than they seem. */
export function againstVolume({ findings, accepted }: Overview): "none" | "more" | "less" | "same" {
  if (accepted.before === 0) return "none";
  const together = Math.max(1, findings.now / Math.max(1, findings.orders));
  const beyond = growth(findings, accepted) / Math.sqrt(together);
  if (beyond >= NOTABLE_CHANGE) return "more";
  return beyond <= -NOTABLE_CHANGE ? "less" : "same";
}
