import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const paperApproval = pgTable(
  "paper_approval",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: bigint("paper_id", { mode: "bigint" }).notNull(),
    textNo: integer("text_no").notNull(),
    verdict: text("verdict").notNull(),
    account: text("account"),
    author: text("author").notNull(),
    reason: text("reason").notNull(),
    at: instantColumn("at").notNull(),
    lapsedAt: instantColumn("lapsed_at"),
  },
  (table) => [index("paper_approval_paper").on(table.paperId)],
);
