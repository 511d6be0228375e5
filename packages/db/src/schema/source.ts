import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const source = pgTable("source", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  zone: text("zone"),
  calendar: text("calendar"),
  shape: text("shape", { enum: ["event", "state", "step"] }).notNull(),
  profile: jsonb("profile").$type<unknown>().notNull(),
  declared: text("declared").array(),
  recorded: text("recorded").array().notNull().default([]),
  createdAt: instantColumn("created_at").notNull(),
});
