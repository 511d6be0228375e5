import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const factor = pgTable("factor", {
  account: bigint("account", { mode: "bigint" }).primaryKey(),
  secret: text("secret").notNull(),
  confirmedAt: instantColumn("confirmed_at"),
  lastCounter: bigint("last_counter", { mode: "bigint" }).notNull().default(0n),
  createdAt: instantColumn("created_at").notNull(),
});
