import { pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";

export const findingTold = pgTable(
  "finding_told",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    key: text("key").notNull(),
    rule: text("rule").notNull(),
    level: smallint("level").notNull(),
    named: text("named").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.orderId, table.key] })],
);
