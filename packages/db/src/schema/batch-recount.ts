import { bigint, pgTable } from "drizzle-orm/pg-core";

export const batchRecount = pgTable("batch_recount", { batch: bigint("batch", { mode: "bigint" }).primaryKey() });
