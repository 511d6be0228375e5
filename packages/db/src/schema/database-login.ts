import { pgTable, text } from "drizzle-orm/pg-core";

/** Logins of this database; only the owner reads it. */
export const databaseLogin = pgTable("database_login", {
  role: text("role").primaryKey(),
  password: text("password").notNull(),
});
