import { bigint, boolean, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, instantColumn } from "./types";

export const webhook = pgTable("webhook", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  kinds: text("kinds").array().notNull(),
  enabled: boolean("enabled").notNull(),
  keyId: text("key_id").notNull(),
  sealed: bytes("sealed").notNull(),
  author: text("author").notNull(),
  createdAt: instantColumn("created_at").notNull(),
  endedAt: instantColumn("ended_at"),
  endedBy: text("ended_by"),
});
