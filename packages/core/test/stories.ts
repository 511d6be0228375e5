import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type EventKind, emptyOrder, instant, type Order, type OrderEvent, readDemandClass } from "../src/index";

const folder = (name: string): string => fileURLToPath(new URL(`../../../seed/stories/${name}/`, import.meta.url));

/** The stories' tables hold no quoted fields. */
function table(path: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").replace(/^﻿/, "").trim().split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

const orNull = (text: string | undefined): string | null => text || null;

export interface Story {
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  readonly expected: readonly Record<string, unknown>[];
}

export const STORIES = ["jiading", "yanggu", "xiangshui"].filter((name) => existsSync(folder(name)));

export function story(name: string): Story {
  const [row = {}] = table(`${folder(name)}orders.csv`);
  const order: Order = {
    ...emptyOrder(row.source ?? "", row.order_id ?? ""),
    category: row.category ?? "",
    orderType: row.order_type ?? "",
    urgency: row.urgency ?? "",
    slaClass: row.sla_class ?? "",
    demandClass: readDemandClass(row.demand_class ?? "") ?? "normal",
  };
  const events = table(`${folder(name)}events.csv`).map(
    (event, position): OrderEvent => ({
      ref: event.event_id ?? "",
      hasId: true,
      at: instant(Date.parse(event.at ?? "")),
      position,
      part: 0,
      kind: event.kind as EventKind,
      unit: orNull(event.unit),
      toUnit: orNull(event.to_unit),
      reasonCode: orNull(event.reason_code),
      text: orNull(event.text),
      operator: orNull(event.operator),
      result: orNull(event.result),
      dueAt: event.due_at ? instant(Date.parse(event.due_at)) : null,
    }),
  );
  const expected = readFileSync(`${folder(name)}expected.ndjson`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { order, events, expected };
}
