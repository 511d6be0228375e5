import { z } from "zod";
import { TextSchema } from "../shared/values";
import { ERRORS, type ErrorCode } from "./codes";

/** One parameter that cannot be used; `path` is its name in the query or path. */
export const ProblemSchema = z.object({ path: z.string(), message: z.string() });

export const ErrorBodySchema = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    zh: z.string(),
    en: z.string(),
    request_id: z.string(),
    problems: z.array(ProblemSchema).optional(),
    /** What is to be said of this very case: which file, row, unit or import. */
    detail: TextSchema.optional(),
  }),
});

export type ErrorBody = z.infer<typeof ErrorBodySchema>;
export type Problem = z.infer<typeof ProblemSchema>;
