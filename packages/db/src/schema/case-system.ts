import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseSystem = pgTable(
  "case_system",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    unit: text("unit").notNull(),
    kind: text("kind").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    document: text("document").notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [index("case_system_case").on(table.caseId)],
);
