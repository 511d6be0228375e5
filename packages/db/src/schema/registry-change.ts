import { bigint, boolean, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const registryChange = pgTable("registry_change", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text("kind").notNull(),
  subject: jsonb("subject").$type<unknown>().notNull(),
  state: text("state").notNull(),
  preview: boolean("preview").notNull(),
  actor: text("actor").notNull(),
  createdAt: instantColumn("created_at").notNull(),
  finishedAt: instantColumn("finished_at"),
  progress: jsonb("progress").$type<unknown>(),
  effect: jsonb("effect").$type<unknown>(),
  error: jsonb("error").$type<unknown>(),
});
