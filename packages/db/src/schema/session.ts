import { bigint, boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, instantColumn } from "./types";

export const session = pgTable(
  "session",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    token: bytes("token").notNull().unique(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    appointment: bigint("appointment", { mode: "bigint" }),
    method: text("method").notNull(),
    mustChoosePassword: boolean("must_choose_password").notNull().default(false),
    factorAt: instantColumn("factor_at"),
    address: text("address").notNull(),
    agent: text("agent").notNull(),
    createdAt: instantColumn("created_at").notNull(),
    lastSeenAt: instantColumn("last_seen_at").notNull(),
  },
  (table) => [index("session_account").on(table.account)],
);
