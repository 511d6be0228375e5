import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** Every column but the first three is generated from the payload. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    payload: text("payload").notNull(),
    prev: text("prev").notNull(),
    hash: text("hash").notNull(),
    seq: bigint("seq", { mode: "bigint" }).primaryKey(),
    at: instantColumn("at").notNull(),
    account: text("account"),
    name: text("name").notNull(),
    post: text("post").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    outcome: text("outcome").notNull(),
    request: text("request").notNull(),
    address: text("address").notNull(),
  },
  (table) => [
    index("audit_entry_at").on(table.at),
    index("audit_entry_account").on(table.account, table.seq),
    index("audit_entry_name").on(table.name, table.seq),
    index("audit_entry_action").on(table.action, table.seq),
    index("audit_entry_subject").on(table.subjectType, table.subjectId, table.seq),
  ],
);
