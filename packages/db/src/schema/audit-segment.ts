import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** Entries that lie in a file instead. */
export const auditSegment = pgTable("audit_segment", {
  fromSeq: bigint("from_seq", { mode: "bigint" }).primaryKey(),
  toSeq: bigint("to_seq", { mode: "bigint" }).notNull(),
  prev: text("prev").notNull(),
  hash: text("hash").notNull(),
  firstAt: instantColumn("first_at").notNull(),
  lastAt: instantColumn("last_at").notNull(),
  file: text("file").notNull(),
  fileSha256: text("file_sha256").notNull(),
  archivedAt: instantColumn("archived_at").notNull(),
});
