import { bigint, pgTable } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** When people looked at the watchlist last, and the time before. */
export const visit = pgTable("visit", {
  account: bigint("account", { mode: "bigint" }).primaryKey(),
  before: instantColumn("before"),
  seenAt: instantColumn("seen_at").notNull(),
});
