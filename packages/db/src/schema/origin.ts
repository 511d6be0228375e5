import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";

/** Where orders and findings come from, each combination once. */
export const origin = pgTable(
  "origin",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    source: text("source").notNull(),
    district: text("district").notNull(),
    category: text("category").notNull(),
  },
  (table) => [unique().on(table.source, table.district, table.category)],
);
