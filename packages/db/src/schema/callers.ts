import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes } from "./types";

/** Encrypted before it comes here. */
export const callers = pgTable(
  "callers",
  {
    source: text("source").notNull(),
    orderId: text("order_id").notNull(),
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    stated: boolean("stated").notNull(),
    keyId: text("key_id").notNull(),
    sealed: bytes("sealed").notNull(),
    digest: bytes("digest").notNull(),
    phoneHash: bytes("phone_hash"),
    idHash: bytes("id_hash"),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.orderId, table.batch] }),
    index("callers_phone").on(table.phoneHash).where(sql`phone_hash is not null`),
    index("callers_id_number").on(table.idHash).where(sql`id_hash is not null`),
    index("callers_batch").using("brin", table.batch),
  ],
);
