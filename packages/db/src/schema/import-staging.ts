import { bigint, boolean, integer, pgTable, text } from "drizzle-orm/pg-core";

/** Rows of an import on their way in; unlogged, because an import that was cut off begins again. */
export const importStaging = pgTable("import_staging", {
  orderId: text("order_id").notNull(),
  isOrder: boolean("is_order").notNull(),
  file: integer("file").notNull(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  cells: text("cells"),
  part: integer("part"),
  ref: text("ref"),
  at: bigint("at", { mode: "number" }),
  kind: text("kind"),
  unit: text("unit"),
  toUnit: text("to_unit"),
  reasonCode: text("reason_code"),
  text: text("text"),
  operator: text("operator"),
  result: text("result"),
  dueAt: bigint("due_at", { mode: "number" }),
});
