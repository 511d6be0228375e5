import { integer, pgTable } from "drizzle-orm/pg-core";

export const caseCounter = pgTable("case_counter", {
  year: integer("year").primaryKey(),
  last: integer("last").notNull(),
});
