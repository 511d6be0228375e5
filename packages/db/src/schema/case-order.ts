import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseOrder = pgTable(
  "case_order",
  {
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    addedAt: instantColumn("added_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.source, table.orderId] }),
    index("case_order_order").on(table.source, table.orderId),
  ],
);
