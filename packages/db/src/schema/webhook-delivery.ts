import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    webhook: bigint("webhook", { mode: "bigint" }).notNull(),
    entry: bigint("entry", { mode: "bigint" }).notNull(),
    state: text("state").notNull(),
    attempts: integer("attempts").notNull(),
    dueAt: instantColumn("due_at").notNull(),
    giveUpAt: instantColumn("give_up_at").notNull(),
    triedAt: instantColumn("tried_at"),
    status: integer("status"),
    failure: text("failure"),
  },
  (table) => [
    unique().on(table.webhook, table.entry),
    index("webhook_delivery_due").on(table.webhook, table.dueAt).where(sql`state = 'waiting'`),
    index("webhook_delivery_entry").on(table.entry),
  ],
);
