import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const findingUnit = pgTable(
  "finding_unit",
  {
    finding: bigint("finding", { mode: "bigint" }).notNull(),
    unit: text("unit").notNull(),
    since: instantColumn("since").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.finding, table.unit] }),
    index("finding_unit_unit").on(table.unit, table.finding),
  ],
);
