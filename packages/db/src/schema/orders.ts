import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn, tstzmultirange } from "./types";

/** Plural, because `order` is a word of SQL. */
export const orders = pgTable(
  "orders",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    title: text("title").notNull(),
    content: text("content").notNull(),
    category: text("category").notNull(),
    orderType: text("order_type").notNull(),
    urgency: text("urgency").notNull(),
    slaClass: text("sla_class").notNull(),
    district: text("district").notNull(),
    channel: text("channel").notNull(),
    line: text("line").notNull(),
    citizenKey: text("citizen_key").notNull(),
    location: text("location").notNull(),
    demandClass: text("demand_class").notNull(),
    recordedAt: instantColumn("recorded_at").notNull(),
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    acceptedAt: instantColumn("accepted_at"),
    openDuring: tstzmultirange("open_during").notNull(),
    exemptDuring: tstzmultirange("exempt_during").notNull(),
    parameterVersion: bigint("parameter_version", { mode: "bigint" }),
    /** By which narrow rows know it. */
    no: bigint("no", { mode: "bigint" }).notNull().unique().generatedAlwaysAsIdentity(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.orderId] }),
    index("orders_batch").using("brin", table.batch),
    index("orders_urgent").on(table.no).where(sql`urgency in ('urgent', 'emergency')`),
  ],
);
