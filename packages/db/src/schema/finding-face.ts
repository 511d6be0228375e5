import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { instantColumn, tstzmultirange } from "./types";

/** Of each finding what lists look at; kept by triggers. */
export const findingFace = pgTable(
  "finding_face",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey(),
    fromGen: bigint("from_gen", { mode: "bigint" }).notNull(),
    toGen: bigint("to_gen", { mode: "bigint" }).notNull(),
    firstAt: instantColumn("first_at").notNull(),
    yellowAt: instantColumn("yellow_at").notNull(),
    orangeAt: instantColumn("orange_at").notNull(),
    redAt: instantColumn("red_at").notNull(),
    unitsSince: instantColumn("units_since").notNull(),
    origin: integer("origin").notNull(),
    charge: integer("charge").notNull(),
    watchDuring: tstzmultirange("watch_during").notNull(),
    exemptDuring: tstzmultirange("exempt_during").notNull(),
    words: text("words").notNull(),
    watchUntil: instantColumn("watch_until")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(upper(watch_during), 'infinity')`),
    orderNo: bigint("order_no", { mode: "bigint" }),
    acceptedAt: instantColumn("accepted_at").notNull(),
    urgency: smallint("urgency").notNull(),
    knownAt: instantColumn("known_at").notNull(),
  },
  (table) => [
    index("finding_face_watch").using("gist", table.watchDuring),
    index("finding_face_first").on(table.firstAt),
    index("finding_face_until").on(table.watchUntil),
    index("finding_face_order").on(table.orderNo),
    index("finding_face_charge").on(table.charge),
    index("finding_face_known").on(table.knownAt),
  ],
);
