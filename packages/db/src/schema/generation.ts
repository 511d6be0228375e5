import { bigint, boolean, pgTable } from "drizzle-orm/pg-core";

/** One row: the generation of findings that readers see. */
export const generation = pgTable("generation", {
  singleton: boolean("singleton").primaryKey().default(true),
  current: bigint("current", { mode: "bigint" }).notNull(),
});
