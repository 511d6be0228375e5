import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

/** Of each order what lists look at; kept by triggers. */
export const orderFace = pgTable(
  "order_face",
  {
    no: bigint("no", { mode: "bigint" }).primaryKey(),
    acceptedAt: instantColumn("accepted_at").notNull(),
    doneAt: instantColumn("done_at").notNull(),
    origin: integer("origin").notNull(),
    words: text("words").notNull(),
    matter: bigint("matter", { mode: "bigint" }),
    citizen: bigint("citizen", { mode: "bigint" }).notNull().default(sql`0`),
  },
  (table) => [
    index("order_face_accepted").on(table.acceptedAt, table.no),
    index("order_face_matter").on(table.doneAt).where(sql`matter is not null`),
  ],
);
