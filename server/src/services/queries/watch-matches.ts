import { ApiError, type WatchMatches, type WatchMatchesQuery } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { numbersOfOrders, pageOrders, readWatchRule, type WatchRuleRow } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { packCursor, unpackCursor } from "../cursor";
import { OrderCursorSchema, orderItem } from "../orders/list";
import type { Services } from "../services";
import { loadUnitNames } from "../units/names";
import { MOST_MATCHES, matchCriteria } from "./matches";
import { askedByOneself } from "./own";
import { ownerOf } from "./watch-rules";

/** A page of the orders that a person's rule matches, newest first, those marked that are new. */
export async function listWatchMatches(
  services: Services,
  actor: Actor,
  id: string,
  query: WatchMatchesQuery,
): Promise<WatchMatches> {
  const row = await readWatchRule(services.db.sql, ownerOf(actor), id);
  if (!row) throw new ApiError("watch_rule.not_found");
  return askedByOneself(row.condition, () => asActor(services, actor, (reading) => pageOf(reading, row, query)));
}

async function pageOf(reading: Reading, { condition, seen }: WatchRuleRow, query: WatchMatchesQuery) {
  const after = unpackCursor(OrderCursorSchema, query.cursor);
  const { sql } = reading.db;
  const at = instant(after?.at ?? reading.now());
  const criteria = await matchCriteria(reading, condition, at);
  const known = new Set(seen);
  const isFresh = (number: string): boolean => !known.has(number);
  const { total, rows: found } = await pageOrders(sql, criteria, after, query.limit + 1);
  const names = await loadUnitNames(sql);
  const rows = found.slice(0, query.limit);
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  return {
    at: isoInstant(at),
    total,
    fresh: (await numbersOfOrders(sql, criteria, MOST_MATCHES + 1)).filter(isFresh).length,
    items: rows.map((row) => ({ ...orderItem(row, names), fresh: isFresh(row.no) })),
    next_cursor: last ? packCursor({ at, acceptedAt: last.accepted_at, no: last.no }) : null,
  };
}
