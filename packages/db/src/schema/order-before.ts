import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

export const orderBefore = pgTable(
  "order_before",
  {
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    attributes: jsonb("attributes").$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.orderId, table.batch] }),
    index("order_before_batch").on(table.batch),
  ],
);
