import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const passwordBefore = pgTable(
  "password_before",
  {
    account: bigint("account", { mode: "bigint" }).notNull(),
    setAt: instantColumn("set_at").notNull(),
    password: text("password").notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.setAt] })],
);
