import { bigint, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const casePerson = pgTable(
  "case_person",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    post: text("post").notNull(),
    discipline: text("discipline").notNull(),
    form: integer("form").notNull(),
    sanction: text("sanction"),
    decidedOn: date("decided_on").notNull(),
    paper: text("paper").notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [index("case_person_case").on(table.caseId)],
);
