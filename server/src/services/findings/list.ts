import { type FindingRow, type FindingsPage, type FindingsQuery, permitted } from "@tianyan/api";
import { type Finding, findingKey, type Instant, instant, isoInstant } from "@tianyan/core";
import { findingOfRow, keyText, type ListedFinding, type OrderKey, pageFindings } from "@tianyan/db";
import { z } from "zod";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { IdSchema, MillisecondsSchema, packCursor, unpackCursor } from "../cursor";
import { instantOf } from "../instants";
import { judgeOrders } from "../judging/judge-orders";
import { loadJudging } from "../judging/setting";
import { shown } from "../personal/shown";
import { askedByOneself } from "../queries/own";
import type { Services } from "../services";
import { loadByPeople } from "../triage/by-people";
import { loadPriority } from "../triage/priority";
import { loadUnitNames } from "../units/names";
import { findingCriteria } from "./criteria";
import { findingItem } from "./item";

/** Holds T too: pages of one list are of one instant. */
const CursorSchema = z.object({
  at: MillisecondsSchema,
  points: z.number().int().min(0).max(1_000),
  level: z.number().int().min(1).max(3),
  since: MillisecondsSchema,
  id: IdSchema,
});

const orderKey = (row: ListedFinding): OrderKey => ({ source: row.source, orderId: row.order_id });

/** A page of findings at T, worst first, or most points first. */
export const listFindings = (services: Services, actor: Actor, query: FindingsQuery): Promise<FindingsPage> =>
  askedByOneself(query.own, () =>
    asActor(services, permitted(actor, "findings.read"), (reading) => pageOf(reading, query)),
  );

async function pageOf(reading: Reading, query: FindingsQuery): Promise<FindingsPage> {
  const after = unpackCursor(CursorSchema, query.cursor);
  const { scope } = reading;
  const { sql } = reading.db;
  const at = after ? instant(after.at) : instantOf(reading, query.at);
  const criteria = await findingCriteria(reading, query, at);
  const priority = await loadPriority(reading, at);
  const [{ total, rows: found }, names] = await Promise.all([
    pageFindings(sql, criteria, {
      after,
      limit: query.limit + 1,
      priority: query.sort === "priority" ? priority.setting : null,
      folded: query.fold === "order",
    }),
    loadUnitNames(sql),
  ]);
  const rows = found.slice(0, query.limit);
  const stoodThen = await findingsThen(reading, rows, at);
  const byPeople = await loadByPeople(reading, rows.map(orderKey), at);
  const items = rows.map((row): FindingRow => {
    const stored = findingOfRow(row);
    const finding = stoodThen.get(`${keyText(orderKey(row))}|${findingKey(stored)}`) ?? stored;
    const { id, source, order_id, order_title, district, category, folded } = row;
    return {
      ...findingItem(finding, at, names),
      id,
      source,
      order_id,
      order_title: shown(order_title),
      district,
      category,
      ...byPeople(orderKey(row), finding),
      priority: scope.own ? null : priority.of(row),
      folded,
    };
  });
  const last = rows.at(-1);
  const more = found.length > rows.length && last;
  const next_cursor = more
    ? packCursor({ at, points: last.points, level: last.level, since: last.since, id: last.id })
    : null;
  return { at: isoInstant(at), total, items, next_cursor };
}

/** Findings of the orders to which something happened after T, as they stood at T: judged from the history cut there. */
async function findingsThen(
  { db }: Reading,
  rows: readonly ListedFinding[],
  at: Instant,
): Promise<ReadonlyMap<string, Finding>> {
  const keys = new Map(rows.filter(({ later }) => later).map((row) => [keyText(orderKey(row)), orderKey(row)]));
  if (keys.size === 0) return new Map();
  const judged = await judgeOrders(db.sql, await loadJudging(db.sql), [...keys.values()], at);
  return new Map(
    judged.flatMap((order) =>
      order.judged.findings.map((finding) => [`${keyText(order)}|${findingKey(finding)}`, finding] as const),
    ),
  );
}
