import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const rateLimit = pgTable(
  "rate_limit",
  {
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    points: integer("points").notNull(),
    until: instantColumn("until").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] }), index("rate_limit_until").on(table.until)],
);
