import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** What people decided about findings. */
export const decision = pgTable(
  "decision",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    act: uuid("act").notNull(),
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    key: text("key").notNull(),
    rule: text("rule").notNull(),
    keyUnit: text("key_unit"),
    keyEvent: text("key_event"),
    lastsFrom: instantColumn("lasts_from").notNull(),
    lastsTo: instantColumn("lasts_to"),
    named: text("named").array().notNull(),
    kind: text("kind").notNull(),
    reason: text("reason"),
    text: text("text"),
    watchUntil: instantColumn("watch_until"),
    watchLevel: smallint("watch_level"),
    level: smallint("level").notNull(),
    events: integer("events").notNull(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
    undoneAt: instantColumn("undone_at"),
    undoneBy: bigint("undone_by", { mode: "bigint" }),
    undoneAuthor: text("undone_author"),
    finding: bigint("finding", { mode: "bigint" }),
    counted: integer("counted").notNull(),
  },
  (table) => [
    index("decision_order").on(table.source, table.orderId),
    index("decision_finding").on(table.finding, table.id),
    index("decision_act").on(table.act),
    index("decision_exempted").on(table.finding).where(sql`kind = 'exempted'`),
  ],
);
