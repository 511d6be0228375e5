import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, instantColumn } from "./types";

export const oneTimeLink = pgTable(
  "one_time_link",
  {
    token: bytes("token").primaryKey(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    purpose: text("purpose").notNull(),
    author: text("author").notNull(),
    createdAt: instantColumn("created_at").notNull(),
    expiresAt: instantColumn("expires_at").notNull(),
  },
  (table) => [index("one_time_link_account").on(table.account)],
);
