import { bigint, boolean, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const account = pgTable(
  "account",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    login: text("login").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    unit: text("unit"),
    demo: boolean("demo").notNull().default(false),
    password: text("password"),
    passwordChangedAt: instantColumn("password_changed_at"),
    failures: integer("failures").notNull().default(0),
    lockedUntil: instantColumn("locked_until"),
    disabledAt: instantColumn("disabled_at"),
    lastSignedInAt: instantColumn("last_signed_in_at"),
    author: text("author").notNull(),
    createdAt: instantColumn("created_at").notNull(),
  },
  (table) => [unique().on(table.id, table.kind)],
);
