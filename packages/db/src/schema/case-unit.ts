import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseUnit = pgTable(
  "case_unit",
  {
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    unit: text("unit").notNull(),
    addedAt: instantColumn("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.unit] }), index("case_unit_unit").on(table.unit)],
);
