import { bigint, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const importBatch = pgTable("import_batch", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  source: text("source").notNull(),
  profileHash: text("profile_hash").notNull(),
  actor: text("actor").notNull(),
  recordedAt: instantColumn("recorded_at").notNull(),
  counts: jsonb("counts").$type<Readonly<Record<string, number>>>().notNull(),
  undoneAt: instantColumn("undone_at"),
  brought: jsonb("brought").$type<unknown>(),
});
