import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { instantColumn } from "./types";

const instants = (name: string) => instantColumn(name).array().notNull();

/** Of each order with events: when what is counted happened, as the replay has it. */
export const orderTally = pgTable("order_tally", {
  no: bigint("no", { mode: "bigint" }).primaryKey(),
  legs: instants("legs"),
  transfers: instants("transfers"),
  returns: instants("returns"),
  rejectedReturns: instants("rejected_returns"),
  extensions: instants("extensions"),
  reopenings: instants("reopenings"),
  rated: instants("rated"),
  ratings: text("ratings").array().notNull(),
  due: instants("due"),
  dueSet: instants("due_set"),
  dueUntil: instants("due_until"),
});
