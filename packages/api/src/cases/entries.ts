import { PAPER_KINDS, PAPER_STATES, RECEIPT_STATES } from "@tianyan/core";
import { z } from "zod";
import { words } from "../shared/query";
import { InstantSchema } from "../shared/values";
import { CaseUnitSchema, CHECK_KINDS, DISCIPLINES, SANCTIONS } from "./kinds";

/** A local date, `2026-01-31`. */
export const DaySchema = z.iso.date().refine((date) => date >= "1970-01-01" && date <= "2199-12-31");
export const required = (max: number) =>
  words(max)
    .transform((text) => text.trim())
    .refine((text) => text !== "");
const optional = (max: number) =>
  words(max)
    .transform((text) => text.trim())
    .default("");
export const UnitCodeSchema = words(200).min(1);
/** Which version of the case the change was made on. */
export const seen = { version: z.number().int().min(1) };

const authored = { id: z.string(), author: z.string(), at: InstantSchema };

const checkFields = {
  kind: z.enum(CHECK_KINDS),
  date: DaySchema,
  place: required(200),
  /** What was found. */
  result: required(4000),
};
export const CheckSchema = z.object({
  ...authored,
  kind: z.enum(CHECK_KINDS),
  date: z.string(),
  place: z.string(),
  result: z.string(),
});
export const CheckInputSchema = z.object(checkFields);
export const NewCheckSchema = z.object({ ...seen, ...checkFields });

/** Somebody who was dealt with. */
export const PersonSchema = z.object({
  ...authored,
  name: z.string(),
  unit: CaseUnitSchema,
  post: z.string(),
  discipline: z.enum(DISCIPLINES),
  /** Of the four forms of supervision and discipline enforcement. */
  form: z.number().int().min(1).max(4),
  sanction: z.enum(SANCTIONS).nullable(),
  decided_on: z.string(),
  paper: z.string(),
});
export const NewPersonSchema = z.object({
  ...seen,
  name: required(100),
  unit: UnitCodeSchema,
  post: required(100),
  discipline: z.enum(DISCIPLINES),
  form: z.number().int().min(1).max(4),
  sanction: z.enum(SANCTIONS).nullable().default(null),
  decided_on: DaySchema,
  /** Number of the paper that decided it. */
  paper: required(200),
});

/** A rule or process that a unit improved because of the case. */
export const SystemSchema = z.object({
  ...authored,
  unit: CaseUnitSchema,
  kind: z.enum(["rule", "process"]),
  before: z.string(),
  after: z.string(),
  document: z.string(),
});
export const NewSystemSchema = z.object({
  ...seen,
  unit: UnitCodeSchema,
  kind: z.enum(["rule", "process"]),
  before: optional(4000),
  after: required(4000),
  document: required(300),
});

/** A paper that went out to a unit, and what came back; `id` is that of the receipt. */
export const PaperSchema = z.object({
  ...authored,
  paper: z.string(),
  /** Null: written outside, on record only. */
  kind: z.enum(PAPER_KINDS).nullable(),
  state: z.enum(PAPER_STATES),
  receipt: z.enum(RECEIPT_STATES),
  number: z.string(),
  unit: CaseUnitSchema,
  sent_on: z.string(),
  /** The last day on which it is answered in time; null where no reply is asked for. */
  answer_by: z.string().nullable(),
  overdue: z.boolean(),
  answered_on: z.string().nullable(),
  reply: z.string().nullable(),
});
export const NewPaperSchema = z
  .object({ ...seen, number: required(100), unit: UnitCodeSchema, sent_on: DaySchema, answer_by: DaySchema })
  .refine(({ sent_on, answer_by }) => sent_on <= answer_by, { path: ["answer_by"], message: "before sent_on" });
export const PaperReplySchema = z.object({ ...seen, answered_on: DaySchema, reply: required(4000) });

export type Check = z.infer<typeof CheckSchema>;
export type NewCheck = z.output<typeof NewCheckSchema>;
export type NewCheckInput = z.input<typeof NewCheckSchema>;
export type CasePerson = z.infer<typeof PersonSchema>;
export type NewCasePerson = z.output<typeof NewPersonSchema>;
export type NewCasePersonInput = z.input<typeof NewPersonSchema>;
export type ImprovedSystem = z.infer<typeof SystemSchema>;
export type NewSystem = z.output<typeof NewSystemSchema>;
export type NewSystemInput = z.input<typeof NewSystemSchema>;
export type CasePaper = z.infer<typeof PaperSchema>;
export type NewPaper = z.output<typeof NewPaperSchema>;
export type NewPaperInput = z.input<typeof NewPaperSchema>;
export type PaperReply = z.output<typeof PaperReplySchema>;
export type PaperReplyInput = z.input<typeof PaperReplySchema>;
