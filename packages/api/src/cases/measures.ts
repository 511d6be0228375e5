import { z } from "zod";
import { flag, many, words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";
import { DaySchema, required, seen, UnitCodeSchema } from "./entries";
import { CaseUnitSchema } from "./kinds";

/** `asked` → `reported` by the unit → `accepted`, or `returned` to be reported again. */
export const MEASURE_STATES = ["asked", "reported", "returned", "accepted"] as const;

/** A file: of the case, or what a unit sent as evidence of a measure. */
export const CaseFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Told by its content, not by its name. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int(),
  sha256: z.string(),
  author: z.string(),
  at: InstantSchema,
});

/** A line of the rectification ledger. */
export const MeasureItemSchema = z.object({
  id: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
  /** Every change makes the next one. */
  version: z.number().int(),
  problem: z.string(),
  measure: z.string(),
  unit: CaseUnitSchema,
  /** The last day on which it is done in time. */
  due_on: z.string(),
  overdue: z.boolean(),
  working_days_left: z.number().int().nullable(),
  state: z.enum(MEASURE_STATES),
  asked_at: InstantSchema,
  /** What the unit says it did. */
  evidence: z.string().nullable(),
  reported_by: z.string().nullable(),
  reported_at: InstantOrNull,
  checked_by: z.string().nullable(),
  checked_at: InstantOrNull,
  /** Why it was accepted or returned. */
  checked_note: z.string().nullable(),
  /** Whether it still held when somebody went to look again. */
  look_back: z.enum(["held", "not_held"]).nullable(),
  look_back_note: z.string().nullable(),
  /** Oldest first. */
  files: z.array(CaseFileSchema),
});

/** The deadline: a day, or so many working days from now. */
const due = z.union([z.object({ on: DaySchema }), z.object({ working_days: z.number().int().min(1).max(250) })]);

export const NewMeasureSchema = z.object({
  ...seen,
  problem: required(2000),
  measure: required(2000),
  unit: UnitCodeSchema,
  due,
});

/** Of the case as it was seen; one of three: what is asked for is put otherwise; the report is checked; somebody looked again. */
export const ChangeMeasureSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("rewrite"), ...seen, problem: required(2000), measure: required(2000), due }),
  z.object({ act: z.literal("check"), ...seen, verdict: z.enum(["accepted", "returned"]), note: required(2000) }),
  z.object({ act: z.literal("look_back"), ...seen, result: z.enum(["held", "not_held"]), note: required(2000) }),
]);

export const ReportMeasureSchema = z.object({
  /** Of the measure, which is all that a unit sees. */
  version: z.number().int().min(1),
  evidence: required(4000),
});

export const MeasuresQuerySchema = z.object({
  state: many(z.enum(MEASURE_STATES)),
  overdue: flag().default(false),
  unit: many(words()),
});
/** Soonest deadline first; what is not accepted yet, unless asked otherwise. */
export const MeasuresSchema = z.object({ at: InstantSchema, items: z.array(MeasureItemSchema) });

export type MeasureItem = z.infer<typeof MeasureItemSchema>;
export type MeasureState = MeasureItem["state"];
export type NewMeasure = z.output<typeof NewMeasureSchema>;
export type NewMeasureInput = z.input<typeof NewMeasureSchema>;
export type ChangeMeasure = z.output<typeof ChangeMeasureSchema>;
export type ChangeMeasureInput = z.input<typeof ChangeMeasureSchema>;
export type ReportMeasure = z.output<typeof ReportMeasureSchema>;
export type ReportMeasureInput = z.input<typeof ReportMeasureSchema>;
export type MeasuresQuery = z.output<typeof MeasuresQuerySchema>;
export type MeasuresQueryInput = {
  state?: string | readonly string[] | undefined;
  overdue?: boolean | undefined;
  unit?: string | readonly string[] | undefined;
};
export type Measures = z.infer<typeof MeasuresSchema>;
