import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** One a day and person, as their scope was when it was made. */
export const digest = pgTable(
  "digest",
  {
    account: bigint("account", { mode: "bigint" }).notNull(),
    date: date("date").notNull(),
    madeAt: instantColumn("made_at").notNull(),
    since: instantColumn("since").notNull(),
    things: integer("things").notNull(),
    parts: jsonb("parts").notNull(),
    seenAt: instantColumn("seen_at"),
    mailTo: text("mail_to"),
    mailTries: integer("mail_tries").notNull().default(0),
    mailNextAt: instantColumn("mail_next_at"),
    mailedAt: instantColumn("mailed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.date] }),
    index("digest_mail").on(table.mailNextAt).where(sql`mail_next_at is not null`),
  ],
);

/** Who has it mailed, and where to. */
export const digestSetting = pgTable("digest_setting", {
  account: bigint("account", { mode: "bigint" }).primaryKey(),
  mail: boolean("mail").notNull(),
  address: text("address"),
});
