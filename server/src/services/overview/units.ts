import type { Overview } from "@tianyan/api";
import { compareCodePoints, verdictOf } from "@tianyan/core";
import type { ReceivedCount } from "@tianyan/db";
import type { UnitNames } from "../units/names";

/** Units by the share of their orders with a finding that names them, each against the share of all. */
export function unitFigures(counts: readonly ReceivedCount[], names: UnitNames): Overview["units"] {
  // An order counts for each unit that it came to: the share of all is that of all these pairs.
  const whole = {
    received: counts.reduce((sum, { received }) => sum + received, 0),
    flagged: counts.reduce((sum, { flagged }) => sum + flagged, 0),
  };
  const share = whole.received === 0 ? 0 : whole.flagged / whole.received;
  const pinyin = new Map(names.units.map((unit) => [unit.code, unit.pinyin]));
  const items = counts.map(({ unit, received, flagged }) => ({
    code: unit,
    name: names.name(unit),
    received,
    flagged,
    verdict: verdictOf(flagged, received, share),
  }));
  items.sort(
    (a, b) =>
      compareCodePoints(pinyin.get(a.code) ?? "", pinyin.get(b.code) ?? "") || compareCodePoints(a.code, b.code),
  );
  return { ...whole, items };
}
