import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";

/** What findings say of whom, each combination once. */
export const charge = pgTable(
  "charge",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    rule: text("rule").notNull(),
    units: text("units").array().notNull(),
  },
  (table) => [unique().on(table.rule, table.units)],
);
