import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const judgement = pgTable("judgement", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  hash: text("hash").notNull().unique(),
  parameterVersion: bigint("parameter_version", { mode: "bigint" }).notNull(),
  createdAt: instantColumn("created_at").notNull(),
});
