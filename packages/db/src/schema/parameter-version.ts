import { bigint, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const parameterVersion = pgTable("parameter_version", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  document: jsonb("document").$type<unknown>().notNull(),
  author: text("author").notNull(),
  reason: text("reason").notNull(),
  effectiveAt: instantColumn("effective_at").notNull(),
  createdAt: instantColumn("created_at").notNull(),
});
