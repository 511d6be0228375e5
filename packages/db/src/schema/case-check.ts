import { bigint, date, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseCheck = pgTable(
  "case_check",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    kind: text("kind").notNull(),
    date: date("date").notNull(),
    place: text("place").notNull(),
    result: text("result").notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [index("case_check_case").on(table.caseId)],
);
