import { bigint, boolean, index, json, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn, tstzmultirange } from "./types";

export const finding = pgTable(
  "finding",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedByDefaultAsIdentity(),
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    key: text("key").notNull(),
    rule: text("rule").notNull(),
    keyUnit: text("key_unit"),
    keyEvent: text("key_event"),
    yellowAt: instantColumn("yellow_at"),
    orangeAt: instantColumn("orange_at"),
    redAt: instantColumn("red_at"),
    firstAt: instantColumn("first_at").notNull(),
    latestAt: instantColumn("latest_at").notNull(),
    clearedAt: instantColumn("cleared_at"),
    events: text("events").array().notNull(),
    measure: json("measure").$type<Readonly<Record<string, unknown>>>().notNull(),
    exempt: boolean("exempt").notNull(),
    provisional: boolean("provisional").notNull(),
    district: text("district").notNull(),
    category: text("category").notNull(),
    openDuring: tstzmultirange("open_during").notNull(),
    exemptDuring: tstzmultirange("exempt_during").notNull(),
    watchDuring: tstzmultirange("watch_during").notNull(),
    named: text("named").array().notNull().default([]),
    namedSince: instantColumn("named_since").notNull(),
    judgement: bigint("judgement", { mode: "bigint" }).notNull(),
    fromGen: bigint("from_gen", { mode: "bigint" }).notNull(),
    toGen: bigint("to_gen", { mode: "bigint" }).notNull(),
  },
  (table) => [
    index("finding_order").on(table.source, table.orderId, table.key),
    index("finding_first").on(table.firstAt),
  ],
);
