import { bigint, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const singleSignOn = pgTable(
  "single_sign_on",
  {
    account: bigint("account", { mode: "bigint" }).primaryKey(),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    author: text("author").notNull(),
    createdAt: instantColumn("created_at").notNull(),
  },
  (table) => [unique().on(table.issuer, table.subject)],
);
