import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const paperTemplate = pgTable(
  "paper_template",
  {
    kind: text("kind").notNull(),
    version: integer("version").notNull(),
    mark: text("mark").notNull(),
    body: jsonb("body").notNull(),
    author: text("author").notNull(),
    at: instantColumn("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.version] })],
);
