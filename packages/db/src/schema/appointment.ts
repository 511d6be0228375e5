import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const appointment = pgTable(
  "appointment",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    account: bigint("account", { mode: "bigint" }).notNull(),
    kind: text("kind").notNull(),
    post: text("post").notNull(),
    sources: text("sources").array(),
    districts: text("districts").array(),
    units: text("units").array(),
    startsAt: instantColumn("starts_at").notNull(),
    endsAt: instantColumn("ends_at"),
    author: text("author").notNull(),
  },
  (table) => [index("appointment_account").on(table.account)],
);
