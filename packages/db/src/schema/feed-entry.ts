import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const feedEntry = pgTable(
  "feed_entry",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    seq: bigint("seq", { mode: "bigint" }).unique(),
    kind: text("kind").notNull(),
    at: instantColumn("at").notNull(),
    caseId: bigint("case_id", { mode: "bigint" }),
    source: text("source"),
    orderId: text("order_id"),
    key: text("key"),
    named: text("named").array().notNull(),
    told: jsonb("told").notNull(),
  },
  (table) => [index("feed_entry_fresh").on(table.id).where(sql`seq is null`), index("feed_entry_at").on(table.at)],
);
