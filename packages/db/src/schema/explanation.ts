import { bigint, boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** What units say to findings that name them. */
export const explanation = pgTable(
  "explanation",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    key: text("key").notNull(),
    rule: text("rule").notNull(),
    keyUnit: text("key_unit"),
    keyEvent: text("key_event"),
    lastsFrom: instantColumn("lasts_from").notNull(),
    lastsTo: instantColumn("lasts_to"),
    named: text("named").array().notNull(),
    unit: text("unit").notNull(),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
    accepted: boolean("accepted"),
    answer: text("answer"),
    answeredAt: instantColumn("answered_at"),
    answeredBy: bigint("answered_by", { mode: "bigint" }),
    answeredAuthor: text("answered_author"),
    act: uuid("act"),
    retractedReason: text("retracted_reason"),
    retractedAt: instantColumn("retracted_at"),
    retractedBy: bigint("retracted_by", { mode: "bigint" }),
    retractedAuthor: text("retracted_author"),
    finding: bigint("finding", { mode: "bigint" }),
  },
  (table) => [
    index("explanation_order").on(table.source, table.orderId),
    index("explanation_finding").on(table.finding),
  ],
);
