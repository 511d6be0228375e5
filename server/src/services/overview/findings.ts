import type { LevelCounts, Overview } from "@tianyan/api";
import { compareCodePoints, LEVELS, type ReportPeriod, RULES } from "@tianyan/core";
import type { DeedCount, FindingFigures } from "@tianyan/db";
import { isoPeriod } from "./iso-period";
import { allOrders } from "./totals";

type Row = Pick<FindingFigures, "level" | "count">;

const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + row.count, 0);

function levels(rows: readonly Row[]): LevelCounts {
  const of = (level: keyof LevelCounts) => sum(rows.filter((row) => row.level === LEVELS.indexOf(level) + 1));
  return { yellow: of("yellow"), orange: of("orange"), red: of("red") };
}

/** What was found, by rule against the period before, and over time. */
export function findingFigures(
  figures: readonly FindingFigures[],
  found: readonly DeedCount[],
  trend: ReportPeriod["trend"],
): Pick<Overview, "findings" | "rules" | "trend"> {
  const now = figures.filter(({ figure }) => figure === "rule");
  const before = figures.filter(({ figure }) => figure === "before");
  const parts = figures.filter(({ figure }) => figure === "part");
  const ofRule = (rows: readonly FindingFigures[], rule: string) => rows.filter(({ value }) => value === rule);
  return {
    findings: { now: sum(now), before: sum(before), level: levels(now), orders: allOrders(found) },
    rules: RULES.map((rule) => ({ rule, now: sum(ofRule(now, rule)), before: sum(ofRule(before, rule)) }))
      .filter((change) => change.now + change.before > 0)
      .sort((a, b) => b.now - a.now || b.before - a.before || compareCodePoints(a.rule, b.rule)),
    trend: {
      step: trend.step,
      parts: trend.parts.map(isoPeriod),
      cells: RULES.flatMap((rule) =>
        trend.parts.flatMap((_, part) => {
          const rows = ofRule(parts, rule).filter((row) => row.part === part);
          return rows.length === 0 ? [] : [{ rule, part, ...levels(rows) }];
        }),
      ),
    },
  };
}
