import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseEvent = pgTable(
  "case_event",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    at: instantColumn("at").notNull(),
    kind: text("kind").notNull(),
    account: text("account"),
    actor: text("actor").notNull(),
    post: text("post").notNull(),
    reason: text("reason").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (table) => [index("case_event_case").on(table.caseId)],
);
