import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseAttachment = pgTable(
  "case_attachment",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    measure: bigint("measure", { mode: "bigint" }),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [
    index("case_attachment_case").on(table.caseId),
    index("case_attachment_measure").on(table.measure).where(sql`measure is not null`),
  ],
);
