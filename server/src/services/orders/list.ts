import { type OrderRow, type OrdersPage, type OrdersQuery, permitted } from "@tianyan/api";
import { type Instant, instant, isoInstant } from "@tianyan/core";
import {
  currentGeneration,
  type ListedOrder,
  type OrderCriteria,
  ownOfOrders,
  pageOrders,
  withSubunits,
} from "@tianyan/db";
import { z } from "zod";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { IdSchema, MillisecondsSchema, packCursor, unpackCursor } from "../cursor";
import { instantOf, isoOrNull, readInstantOrNull } from "../instants";
import { shown } from "../personal/shown";
import { askedByOneself, ownCriteria } from "../queries/own";
import type { Services } from "../services";
import { loadUnitNames, type UnitNames } from "../units/names";
import { deedCriteria } from "./deeds";

export const OrderCursorSchema = z.object({
  at: MillisecondsSchema,
  acceptedAt: MillisecondsSchema.nullable(),
  no: IdSchema,
});

export const orderItem = (row: ListedOrder, names: UnitNames): OrderRow => ({
  source: row.source,
  order_id: row.order_id,
  title: shown(row.title),
  category: row.category,
  district: row.district,
  order_type: row.order_type,
  demand_class: row.demand_class,
  accepted_at: isoOrNull(row.accepted_at),
  state: row.open ? "open" : "done",
  holder: row.open && row.holder !== null ? { code: row.holder, name: names.name(row.holder) } : null,
  legs: row.legs,
  findings: { yellow: row.yellow, orange: row.orange, red: row.red },
});

async function deedOf(reading: Reading, query: OrdersQuery, at: Instant): Promise<OrderCriteria["deed"]> {
  if (query.did === undefined) return null;
  const criteria = await deedCriteria(reading, {
    at,
    sources: query.source,
    from: readInstantOrNull(query.did_from),
    to: readInstantOrNull(query.did_to),
  });
  return { ...criteria, name: query.did, unit: query.did_unit ?? null, other: query.did_other ?? null };
}

/** A page of orders at T, newest first. */
export const listOrders = (services: Services, actor: Actor, query: OrdersQuery): Promise<OrdersPage> =>
  askedByOneself(query.own, () =>
    asActor(services, permitted(actor, "orders.read"), (reading) => pageOf(reading, query)),
  );

async function pageOf(reading: Reading, query: OrdersQuery): Promise<OrdersPage> {
  const after = unpackCursor(OrderCursorSchema, query.cursor);
  const { sql } = reading.db;
  const at = after ? instant(after.at) : instantOf(reading, query.at);
  const own = query.own && (await ownCriteria(reading, query.own, at));
  const criteria: OrderCriteria = {
    generation: await currentGeneration(sql),
    at,
    scope: reading.scope,
    sources: query.source,
    districts: query.district,
    categories: query.category,
    units: await withSubunits(sql, query.unit),
    state: query.state ?? null,
    from: readInstantOrNull(query.from),
    to: readInstantOrNull(query.to),
    text: query.q?.trim() || null,
    own: own ? (runner) => ownOfOrders(runner, own) : undefined,
    deed: await deedOf(reading, query, at),
  };
  const [{ total, rows: found }, names] = await Promise.all([
    pageOrders(sql, criteria, after, query.limit + 1),
    loadUnitNames(sql),
  ]);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  const more = found.length > rows.length && last;
  const next_cursor = more ? packCursor({ at, acceptedAt: last.accepted_at, no: last.no }) : null;
  return { at: isoInstant(at), total, items: rows.map((row) => orderItem(row, names)), next_cursor };
}
