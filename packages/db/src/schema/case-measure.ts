import { bigint, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseMeasure = pgTable(
  "case_measure",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    version: integer("version").notNull().default(1),
    problem: text("problem").notNull(),
    measure: text("measure").notNull(),
    unit: text("unit").notNull(),
    dueOn: date("due_on").notNull(),
    state: text("state").notNull().default("asked"),
    askedAt: instantColumn("asked_at").notNull(),
    evidence: text("evidence"),
    reportedBy: text("reported_by"),
    reportedAt: instantColumn("reported_at"),
    checkedBy: text("checked_by"),
    checkedAt: instantColumn("checked_at"),
    checkedNote: text("checked_note"),
    lookBack: text("look_back"),
    lookBackNote: text("look_back_note"),
  },
  (table) => [index("case_measure_case").on(table.caseId), index("case_measure_unit").on(table.unit)],
);
