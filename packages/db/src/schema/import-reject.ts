import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";

export const importReject = pgTable(
  "import_reject",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    file: text("file").notNull(),
    row: bigint("row", { mode: "bigint" }).notNull(),
    columnName: text("column_name").notNull(),
    value: text("value").notNull(),
    code: text("code").notNull(),
    zh: text("zh").notNull(),
    en: text("en").notNull(),
  },
  (table) => [index("import_reject_batch").on(table.batch)],
);
