import { date, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const unitMerger = pgTable("unit_merger", {
  unit: text("unit").primaryKey(),
  intoUnit: text("into_unit").notNull(),
  fromDate: date("from_date").notNull(),
  note: text("note").notNull(),
  actor: text("actor").notNull(),
  recordedAt: instantColumn("recorded_at").notNull(),
});
