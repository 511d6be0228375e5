import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

export const importFile = pgTable(
  "import_file",
  {
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    ordinal: integer("ordinal").notNull(),
    name: text("name").notNull(),
    role: text("role").notNull(),
    sha256: text("sha256").notNull(),
    profileHash: text("profile_hash").notNull(),
    rows: bigint("rows", { mode: "bigint" }).notNull(),
    rejected: bigint("rejected", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.batch, table.ordinal] }), index("import_file_sha256").on(table.sha256)],
);
