import { bigint, date, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

export const paperRecipient = pgTable(
  "paper_recipient",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: bigint("paper_id", { mode: "bigint" }).notNull(),
    position: integer("position").notNull(),
    unit: text("unit").notNull(),
    state: text("state"),
    servedAt: instantColumn("served_at"),
    dueOn: date("due_on"),
    acknowledgedBy: text("acknowledged_by"),
    acknowledgedAt: instantColumn("acknowledged_at"),
    reply: text("reply"),
    repliedOn: date("replied_on"),
    repliedBy: text("replied_by"),
    returned: text("returned"),
    reminded: integer("reminded").notNull().default(0),
    remindedAt: instantColumn("reminded_at"),
  },
  (table) => [
    unique().on(table.paperId, table.unit),
    index("paper_recipient_unit").on(table.unit),
    index("paper_recipient_due").on(table.dueOn),
  ],
);
