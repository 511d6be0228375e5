import { boolean, date, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const holiday = pgTable("holiday", {
  date: date("date").primaryKey(),
  works: boolean("works").notNull(),
  note: text("note").notNull(),
  actor: text("actor").notNull(),
  recordedAt: instantColumn("recorded_at").notNull(),
});
