import { bigint, boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const orderEvent = pgTable(
  "order_event",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    position: bigint("position", { mode: "number" }).notNull(),
    part: integer("part").notNull(),
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    ref: text("ref").notNull(),
    hasId: boolean("has_id").notNull(),
    at: instantColumn("at").notNull(),
    kind: text("kind").notNull(),
    unit: text("unit"),
    toUnit: text("to_unit"),
    reasonCode: text("reason_code"),
    text: text("text"),
    operator: text("operator"),
    result: text("result"),
    dueAt: instantColumn("due_at"),
    recordedAt: instantColumn("recorded_at").notNull(),
    supersededAt: instantColumn("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.orderId, table.position, table.part, table.batch] }),
    index("order_event_batch").using("brin", table.batch),
  ],
);
