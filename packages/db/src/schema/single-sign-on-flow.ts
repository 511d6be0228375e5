import { pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const singleSignOnFlow = pgTable("single_sign_on_flow", {
  state: text("state").primaryKey(),
  nonce: text("nonce").notNull(),
  verifier: text("verifier").notNull(),
  createdAt: instantColumn("created_at").notNull(),
});
