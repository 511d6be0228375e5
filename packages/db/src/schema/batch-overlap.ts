import { bigint, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const batchOverlap = pgTable(
  "batch_overlap",
  {
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    earlier: bigint("earlier", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.earlier, table.batch] })],
);
