import type { NewCaller } from "@tianyan/db";
import type { Incoming } from "./appending";

/**
 * What an import says of the callers of these orders: the last row of an orders table that says anything of it, else what the earliest event
 * row carries (as with the other attributes).
 */
export function callersOf(orders: readonly Incoming[]): readonly NewCaller[] {
  return orders.flatMap(({ source, orderId, attributes }) => {
    const saying = attributes.filter(({ caller }) => caller !== undefined);
    const stated = saying.findLast(({ carriedAt }) => carriedAt === null);
    const said = stated ?? saying.toSorted((a, b) => (a.carriedAt ?? 0) - (b.carriedAt ?? 0))[0];
    return said?.caller ? [{ source, order_id: orderId, stated: stated !== undefined, ...said.caller }] : [];
  });
}
