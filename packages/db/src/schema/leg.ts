import { bigint, boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const leg = pgTable(
  "leg",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    unit: text("unit").notNull(),
    startAt: instantColumn("start_at").notNull(),
    endAt: instantColumn("end_at"),
    /** The unit had the order before. */
    again: boolean("again").notNull().default(false),
    /** Place of its spell among those of the order. */
    spell: integer("spell").notNull().default(0),
    /** Number of its order. */
    orderNo: bigint("order_no", { mode: "bigint" }),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.orderId, table.ordinal] }),
    index("leg_unit").on(table.unit, table.startAt, table.orderNo),
    index("leg_start").on(table.startAt),
  ],
);
