import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const unit = pgTable("unit", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  pinyin: text("pinyin").notNull(),
  parent: text("parent").notNull().default(""),
  kind: text("kind").notNull().default(""),
  aliases: text("aliases").array().notNull().default([]),
  provisional: boolean("provisional").notNull(),
  ordinal: integer("ordinal").notNull(),
  recordedAt: instantColumn("recorded_at").notNull(),
});
