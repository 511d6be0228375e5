import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** Attempts to sign in that failed, and those under way. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    address: text("address").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [index("sign_in_attempt_address").on(table.address, table.at)],
);
