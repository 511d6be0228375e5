import type { Condition } from "@tianyan/core";
import { bigint, boolean, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const watchRule = pgTable(
  "watch_rule",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    name: text("name").notNull(),
    condition: jsonb("condition").$type<Condition>().notNull(),
    isOn: boolean("is_on").notNull(),
    changedAt: instantColumn("changed_at").notNull(),
    lookedAt: instantColumn("looked_at"),
    seen: bigint("seen", { mode: "bigint" }).array().notNull().default([]),
  },
  (table) => [unique().on(table.account, table.name)],
);
