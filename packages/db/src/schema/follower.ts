import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const follower = pgTable("follower", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull(),
  hash: text("hash").notNull().unique(),
  hint: text("hint").notNull(),
  reads: text("reads").array().notNull(),
  sources: text("sources").array(),
  districts: text("districts").array(),
  units: text("units").array(),
  author: text("author").notNull(),
  createdAt: instantColumn("created_at").notNull(),
  expiresAt: instantColumn("expires_at").notNull(),
  lastUsedAt: instantColumn("last_used_at"),
  endedAt: instantColumn("ended_at"),
  endedBy: text("ended_by"),
});
