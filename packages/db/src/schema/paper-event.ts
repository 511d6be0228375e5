import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const paperEvent = pgTable(
  "paper_event",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: bigint("paper_id", { mode: "bigint" }).notNull(),
    at: instantColumn("at").notNull(),
    kind: text("kind").notNull(),
    account: text("account"),
    actor: text("actor").notNull(),
    post: text("post").notNull(),
    reason: text("reason").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (table) => [index("paper_event_paper").on(table.paperId)],
);
