import { bigint, date, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const casePaper = pgTable(
  "case_paper",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    number: text("number").notNull(),
    unit: text("unit").notNull(),
    sentOn: date("sent_on").notNull(),
    answerBy: date("answer_by").notNull(),
    answeredOn: date("answered_on"),
    reply: text("reply"),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [index("case_paper_case").on(table.caseId)],
);
