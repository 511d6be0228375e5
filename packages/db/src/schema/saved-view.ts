import { bigint, boolean, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const savedView = pgTable(
  "saved_view",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    author: text("author").notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
    shared: boolean("shared").notNull(),
    changedAt: instantColumn("changed_at").notNull(),
  },
  (table) => [unique().on(table.account, table.name)],
);
