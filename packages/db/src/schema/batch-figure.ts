import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const batchFigure = pgTable(
  "batch_figure",
  {
    batch: bigint("batch", { mode: "bigint" }).notNull(),
    source: text("source").notNull(),
    events: bigint("events", { mode: "bigint" }).notNull(),
    firstAt: instantColumn("first_at").notNull(),
    lastAt: instantColumn("last_at").notNull(),
    recordedAt: instantColumn("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.batch, table.source] })],
);
