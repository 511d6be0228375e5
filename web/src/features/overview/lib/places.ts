import type { Overview, OverviewDistrict } from "@tianyan/api";
import { isRuleId, MINIMUM_VOLUME } from "@tianyan/core";
import type { Matrix } from "./matrix-drawing";
import type { Opener } from "./opens";

export type PlacesBy = "rule" | "category";

/** Findings per hundred orders; null below the minimum volume, where it says nothing. */
export const perHundred = ({ findings, accepted }: OverviewDistrict): number | null =>
  accepted < MINIMUM_VOLUME ? null : (100 * findings) / accepted;

/** The district with the highest rate among those large enough to have one. */
export function highestRate(districts: Overview["districts"]): OverviewDistrict | null {
  return districts.reduce<OverviewDistrict | null>((most, district) => {
    const rate = perHundred(district);
    if (rate === null || district.district === "") return most;
    return most === null || rate > (perHundred(most) ?? 0) ? district : most;
  }, null);
}

export const countsOf = (district: OverviewDistrict, by: PlacesBy): readonly { value: string; count: number }[] =>
  by === "rule" ? district.rules : district.categories;

/** Rules or categories of all districts, most findings first. */
export function columnsOf(districts: Overview["districts"], by: PlacesBy): string[] {
  const sums = new Map<string, number>();
  for (const district of districts)
    for (const { value, count } of countsOf(district, by)) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** What a cell opens; a district or a category that the source left empty cannot be asked for. */
export function placeOpens(opener: Opener, district: string, value: string, by: PlacesBy) {
  if (district === "" || value === "") return null;
  if (by === "category") return opener.findings({ district: [district], category: [value] });
  return isRuleId(value) ? opener.findings({ district: [district], rule: [value] }) : null;
}

export interface PlacesWords {
  readonly district: (district: string) => string;
  readonly value: (value: string) => string;
  readonly count: (findings: number) => string;
}

/** Districts against rules or categories. */
export function placesMatrix(
  districts: Overview["districts"],
  by: PlacesBy,
  opener: Opener,
  words: PlacesWords,
  most: number,
): Matrix {
  const columns = columnsOf(districts, by).slice(0, most);
  const rows = districts.filter(({ findings }) => findings > 0);
  return {
    rows: rows.map(({ district }) => words.district(district)),
    columns: columns.map(words.value),
    cells: rows.flatMap((district, row) =>
      countsOf(district, by).flatMap(({ value, count }) => {
        const column = columns.indexOf(value);
        if (column < 0) return [];
        return [
          {
            row,
            column,
            count,
            tip: [`${words.district(district.district)} · ${words.value(value)}`, words.count(count)],
            opens: placeOpens(opener, district.district, value, by),
          },
        ];
      }),
    ),
  };
}
