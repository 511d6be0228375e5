import { bigint, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseFinding = pgTable(
  "case_finding",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    key: text("key").notNull(),
    rule: text("rule").notNull(),
    keyUnit: text("key_unit"),
    keyEvent: text("key_event"),
    addedAt: instantColumn("added_at").notNull(),
    outcome: text("outcome"),
    lastsFrom: instantColumn("lasts_from").notNull(),
    lastsTo: instantColumn("lasts_to"),
    finding: bigint("finding", { mode: "bigint" }),
  },
  (table) => [
    unique().on(table.caseId, table.source, table.orderId, table.key),
    index("case_finding_finding").on(table.source, table.orderId, table.key),
    index("case_finding_now").on(table.finding),
  ],
);
