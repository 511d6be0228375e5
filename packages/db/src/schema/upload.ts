import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const upload = pgTable("upload", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  size: bigint("size", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  actor: text("actor").notNull(),
  createdAt: instantColumn("created_at").notNull(),
});
