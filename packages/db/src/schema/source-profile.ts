import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const sourceProfile = pgTable("source_profile", {
  source: text("source").primaryKey(),
  document: jsonb("document").$type<unknown>().notNull(),
  headers: jsonb("headers").$type<unknown>().notNull(),
  author: text("author").notNull(),
  savedAt: instantColumn("saved_at").notNull(),
});
