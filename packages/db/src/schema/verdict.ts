import { boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const verdict = pgTable(
  "verdict",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    unit: text("unit").notNull(),
    centre: text("centre").notNull(),
    approved: boolean("approved").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.orderId, table.ordinal] }), index("verdict_at").on(table.at)],
);
