import { bigint, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const paperText = pgTable(
  "paper_text",
  {
    paperId: bigint("paper_id", { mode: "bigint" }).notNull(),
    no: integer("no").notNull(),
    body: jsonb("body").notNull(),
    account: text("account"),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.paperId, table.no] })],
);
