import type { Order } from "@tianyan/core";
import type { StagedOrderCells } from "./stage";

const TEXTS = [
  "title",
  "content",
  "category",
  "orderType",
  "urgency",
  "slaClass",
  "district",
  "channel",
  "line",
  "citizenKey",
  "location",
] as const satisfies readonly (keyof Order)[];

type Draft = { -readonly [K in keyof Order]: Order[K] };

/** Fields that `from` fills; `over` also those that `base` has. */
function fill(base: Order, from: Order, over: boolean): Order {
  const merged: Draft = { ...base };
  for (const field of TEXTS) if (from[field] !== "" && (over || base[field] === "")) merged[field] = from[field];
  if (over || base.demandClass === "normal") merged.demandClass = from.demandClass;
  return merged;
}

/**
 * What is known of an order after an import. A row of an orders table counts, the later one of two, and takes nothing away
 * that it leaves empty; without one, what the earliest event row carries fills what is empty (as `detect` has it).
 */
export function mergeAttributes(base: Order, rows: readonly StagedOrderCells[]): Order {
  const stated = rows.findLast(({ carriedAt }) => carriedAt === null);
  if (stated) return fill(base, stated.order, true);
  const [carried] = rows.toSorted((a, b) => (a.carriedAt ?? 0) - (b.carriedAt ?? 0));
  return carried ? fill(base, carried.order, false) : base;
}
