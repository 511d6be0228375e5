import { bigint, date, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const paper = pgTable(
  "paper",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    kind: text("kind"),
    naming: text("naming").notNull().default("addressee"),
    state: text("state").notNull(),
    title: text("title").notNull(),
    mark: text("mark"),
    year: integer("year"),
    no: integer("no"),
    number: text("number"),
    replyDays: integer("reply_days"),
    corrects: bigint("corrects", { mode: "bigint" }),
    template: integer("template"),
    textNo: integer("text_no").notNull().default(0),
    draftedBy: text("drafted_by").notNull(),
    draftedAccount: text("drafted_account"),
    draftedAt: instantColumn("drafted_at").notNull(),
    factsAt: instantColumn("facts_at"),
    submittedAccount: text("submitted_account"),
    sentOn: date("sent_on"),
    issuedBy: text("issued_by"),
    issuedAt: instantColumn("issued_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique().on(table.kind, table.year, table.no),
    index("paper_case").on(table.caseId),
    index("paper_corrects").on(table.corrects),
  ],
);
