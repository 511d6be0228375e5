import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const sourceRow = pgTable(
  "source_row",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    position: bigint("position", { mode: "number" }).notNull(),
    ref: text("ref").notNull(),
    cells: jsonb("cells").$type<unknown>().notNull(),
    recordedAt: instantColumn("recorded_at").notNull(),
    batch: bigint("batch", { mode: "bigint" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.orderId, table.position] }),
    index("source_row_batch").using("brin", table.batch),
  ],
);
