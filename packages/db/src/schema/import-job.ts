import { bigint, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const importJob = pgTable("import_job", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  state: text("state").notNull(),
  via: text("via").notNull(),
  actor: text("actor").notNull(),
  source: text("source"),
  names: text("names").array().notNull(),
  profile: jsonb("profile").$type<unknown>(),
  batch: bigint("batch", { mode: "bigint" }).unique(),
  files: jsonb("files").$type<unknown>().notNull().default([]),
  progress: jsonb("progress").$type<unknown>(),
  summary: jsonb("summary").$type<unknown>(),
  error: jsonb("error").$type<unknown>(),
  createdAt: instantColumn("created_at").notNull(),
  startedAt: instantColumn("started_at"),
  finishedAt: instantColumn("finished_at"),
  undoneAt: instantColumn("undone_at"),
  undoneBy: text("undone_by"),
  uploads: text("uploads").array().notNull().default([]),
  tables: jsonb("tables").notNull().default([]),
  attempts: integer("attempts").notNull().default(0),
});
