import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const caseApproval = pgTable(
  "case_approval",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: bigint("case_id", { mode: "bigint" }).notNull(),
    action: text("action").notNull(),
    reason: text("reason").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAccount: text("asked_account"),
    askedAt: instantColumn("asked_at").notNull(),
    verdict: text("verdict"),
    verdictBy: text("verdict_by"),
    verdictAt: instantColumn("verdict_at"),
    verdictReason: text("verdict_reason"),
    lapsedAt: instantColumn("lapsed_at"),
  },
  (table) => [index("case_approval_case").on(table.caseId)],
);
