import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

export const paperCounter = pgTable(
  "paper_counter",
  {
    kind: text("kind").notNull(),
    year: integer("year").notNull(),
    last: integer("last").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.year] })],
);
