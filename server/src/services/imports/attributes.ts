import type { Order } from "@tianyan/core";
import type { StagedOrderCells } from "./stage";

/**
 * What is known of an order, after rows that came later: a filled field counts, an empty one takes nothing away. What an
 * orders table says goes before what event rows carry.
 */
export function mergeAttributes(base: Order, rows: readonly StagedOrderCells[]): Order {
  const merged: { -readonly [K in keyof Order]: Order[K] } = { ...base };
  const inTurn = [...rows.filter(({ own }) => !own), ...rows.filter(({ own }) => own)];
  for (const { order, own } of inTurn) {
    merged.title = order.title || merged.title;
    merged.content = order.content || merged.content;
    merged.category = order.category || merged.category;
    merged.orderType = order.orderType || merged.orderType;
    merged.urgency = order.urgency || merged.urgency;
    merged.slaClass = order.slaClass || merged.slaClass;
    merged.district = order.district || merged.district;
    merged.channel = order.channel || merged.channel;
    merged.line = order.line || merged.line;
    merged.citizenKey = order.citizenKey || merged.citizenKey;
    merged.location = order.location || merged.location;
    if (own || order.demandClass !== "normal") merged.demandClass = order.demandClass;
  }
  return merged;
}
