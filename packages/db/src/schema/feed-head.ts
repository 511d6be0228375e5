import { bigint, boolean, pgTable } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const feedHead = pgTable("feed_head", {
  onlyOne: boolean("only_one").primaryKey(),
  last: bigint("last", { mode: "bigint" }).notNull(),
  lookedAt: instantColumn("looked_at"),
});
