import { bigint, boolean, pgTable, text } from "drizzle-orm/pg-core";

export const auditHead = pgTable("audit_head", {
  singleton: boolean("singleton").primaryKey(),
  seq: bigint("seq", { mode: "bigint" }).notNull(),
  hash: text("hash").notNull(),
});
