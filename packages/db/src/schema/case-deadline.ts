import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseDeadline = pgTable("case_deadline", {
  stage: text("stage").primaryKey(),
  workingDays: integer("working_days").notNull(),
  author: text("author").notNull(),
  changedAt: instantColumn("changed_at").notNull(),
});
