import type { Overview } from "@tianyan/api";
import { compareCodePoints } from "@tianyan/core";
import type { DeedCount } from "@tianyan/db";
import type { UnitNames } from "../units/names";
import { allOrders, byUnits } from "./totals";

/** Who gave back to whom: rejected returns are the unit's, approved ones fall on the centre, so they stay apart. */
export function returnedFigures(
  rejected: readonly DeedCount[],
  approved: readonly DeedCount[],
  names: UnitNames,
): Pick<Overview, "returns" | "returned"> {
  const cells = new Map<string, Overview["returned"][number]>();
  const add = (counts: readonly DeedCount[], verdict: "rejected" | "approved") => {
    for (const { unit, other: centre, orders } of byUnits(counts)) {
      const key = JSON.stringify([unit, centre]);
      const none = { rejected: 0, approved: 0 };
      const named = { unit, unit_name: names.name(unit), centre, centre_name: names.name(centre) };
      cells.set(key, { ...named, ...(cells.get(key) ?? none), [verdict]: orders });
    }
  };
  add(rejected, "rejected");
  add(approved, "approved");
  return {
    returns: { rejected: allOrders(rejected), approved: allOrders(approved) },
    returned: [...cells.values()].sort(
      (a, b) =>
        b.rejected + b.approved - a.rejected - a.approved ||
        compareCodePoints(a.unit, b.unit) ||
        compareCodePoints(a.centre, b.centre),
    ),
  };
}

/** Who passed to whom. */
export function handedFigures(handed: readonly DeedCount[], names: UnitNames): Pick<Overview, "handed_on" | "handed"> {
  const cells = byUnits(handed).map(({ unit, other, orders }) => ({
    from: unit,
    from_name: names.name(unit),
    to: other,
    to_name: names.name(other),
    orders,
  }));
  cells.sort((a, b) => b.orders - a.orders || compareCodePoints(a.from, b.from) || compareCodePoints(a.to, b.to));
  return { handed_on: allOrders(handed), handed: cells };
}
