import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const ingestRequest = pgTable(
  "ingest_request",
  {
    key: text("key").primaryKey(),
    bodySha256: text("body_sha256").notNull(),
    answer: text("answer").notNull(),
    answerSha256: text("answer_sha256").notNull(),
    summary: jsonb("summary").$type<unknown>().notNull(),
    actor: text("actor").notNull(),
    batch: bigint("batch", { mode: "bigint" }),
    createdAt: instantColumn("created_at").notNull(),
  },
  (table) => [index("ingest_request_created").on(table.createdAt)],
);
