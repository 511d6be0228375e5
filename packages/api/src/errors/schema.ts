import { z } from "zod";
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
  }),
});

export type ErrorBody = z.infer<typeof ErrorBodySchema>;
export type Problem = z.infer<typeof ProblemSchema>;
