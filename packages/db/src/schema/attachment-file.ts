import { pgTable, text } from "drizzle-orm/pg-core";
import { bytes } from "./types";

export const attachmentFile = pgTable("attachment_file", {
  sha256: text("sha256").primaryKey(),
  keyId: text("key_id").notNull(),
  wrapped: bytes("wrapped").notNull(),
});
