import { boolean, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, instantColumn } from "./types";

/** Keys by which personal data are encrypted, without the keys. */
export const personalKey = pgTable("personal_key", {
  id: text("id").primaryKey(),
  fingerprint: text("fingerprint").notNull(),
  wrapped: bytes("wrapped").notNull(),
  createdAt: instantColumn("created_at").notNull(),
  current: boolean("current").notNull(),
  retiredAt: instantColumn("retired_at"),
});
