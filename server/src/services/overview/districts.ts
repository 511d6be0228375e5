import type { Overview, OverviewDistrict } from "@tianyan/api";
import { compareCodePoints, isRuleId } from "@tianyan/core";
import type { FindingFigures } from "@tianyan/db";

const mostFirst = (a: { value: string; count: number }, b: { value: string; count: number }): number =>
  b.count - a.count || compareCodePoints(a.value, b.value);

/** Where: findings of each district by rule and by the first part of the category, beside the orders accepted there. */
export function districtFigures(
  figures: readonly FindingFigures[],
  accepted: readonly { readonly district: string; readonly orders: number }[],
): Overview["districts"] {
  const orders = new Map(accepted.map((row) => [row.district, row.orders]));
  const named = new Set([
    ...orders.keys(),
    ...figures.filter(({ figure }) => figure === "district_rule").map(({ district }) => district),
  ]);
  const of = (figure: FindingFigures["figure"], district: string) =>
    figures
      .filter((row) => row.figure === figure && row.district === district)
      .map(({ value, count }) => ({ value, count }))
      .sort(mostFirst);
  return [...named]
    .map((district): OverviewDistrict => {
      const rules = of("district_rule", district).flatMap(({ value, count }) =>
        isRuleId(value) ? [{ value, count }] : [],
      );
      return {
        district,
        accepted: orders.get(district) ?? 0,
        findings: rules.reduce((sum, { count }) => sum + count, 0),
        rules,
        categories: of("district_category", district),
      };
    })
    .sort((a, b) => b.findings - a.findings || b.accepted - a.accepted || compareCodePoints(a.district, b.district));
}
