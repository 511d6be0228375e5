import type { Overview } from "@tianyan/api";
import { compareCodePoints, verdictOf } from "@tianyan/core";
import type { DeedCount } from "@tianyan/db";
import type { UnitNames } from "../units/names";
import { byUnits } from "./totals";

/** Units by the share of their orders with a finding that names them, each against the share of all. */
export function unitFigures(
  received: readonly DeedCount[],
  flagged: readonly DeedCount[],
  names: UnitNames,
): Overview["units"] {
  const flags = new Map(byUnits(flagged).map(({ unit, orders }) => [unit, orders]));
  const volumes = byUnits(received);
  // An order counts for each unit that it came to: the share of all is that of all these pairs.
  const whole = {
    received: volumes.reduce((sum, { orders }) => sum + orders, 0),
    flagged: volumes.reduce((sum, { unit }) => sum + (flags.get(unit) ?? 0), 0),
  };
  const share = whole.received === 0 ? 0 : whole.flagged / whole.received;
  const pinyin = new Map(names.units.map((unit) => [unit.code, unit.pinyin]));
  const items = volumes.map(({ unit, orders }) => {
    const own = flags.get(unit) ?? 0;
    return {
      code: unit,
      name: names.name(unit),
      received: orders,
      flagged: own,
      verdict: verdictOf(own, orders, share),
    };
  });
  items.sort(
    (a, b) =>
      compareCodePoints(pinyin.get(a.code) ?? "", pinyin.get(b.code) ?? "") || compareCodePoints(a.code, b.code),
  );
  return { ...whole, items };
}
