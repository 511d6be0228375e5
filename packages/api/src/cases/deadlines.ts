import { z } from "zod";
import { InstantOrNull } from "../shared/values";

/** Stages in which a case is worked on: those that have a deadline. */
export const TIMED_STAGES = ["clue", "check", "supervise", "file", "rectify", "look_back"] as const;

const days = z.number().int().min(1).max(250);

/** Working days that each stage may take. */
export const StageDaysSchema = z.object({
  clue: days,
  check: days,
  supervise: days,
  file: days,
  rectify: days,
  look_back: days,
});

export const CaseDeadlinesSchema = z.object({
  days: StageDaysSchema,
  /** Those that hold where nobody said otherwise. */
  usual: StageDaysSchema,
  /** Null: nobody said otherwise. */
  author: z.string().nullable(),
  changed_at: InstantOrNull,
});

export type StageDays = z.infer<typeof StageDaysSchema>;
export type CaseDeadlines = z.infer<typeof CaseDeadlinesSchema>;
