import { bigint, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const supervisionCase = pgTable(
  "supervision_case",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    year: integer("year").notNull(),
    no: integer("no").notNull(),
    title: text("title").notNull(),
    note: text("note").notNull(),
    origin: text("origin").notNull(),
    stage: text("stage").notNull(),
    stageSince: instantColumn("stage_since").notNull(),
    suspendedFrom: text("suspended_from"),
    assignee: bigint("assignee", { mode: "bigint" }),
    assigneeName: text("assignee_name"),
    openedBy: text("opened_by").notNull(),
    openedAt: instantColumn("opened_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [unique().on(table.year, table.no)],
);
