import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";

export const competence = pgTable(
  "competence",
  { category: text("category").notNull(), unit: text("unit").notNull() },
  (table) => [primaryKey({ columns: [table.category, table.unit] })],
);
