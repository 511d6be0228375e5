import { z } from "zod";
import { words } from "../shared/query";
import { InstantSchema } from "../shared/values";

/** Who a person is to the single sign-on of the government. */
export const SignOnBindingSchema = z.object({
  binding: z
    .object({ issuer: z.string(), subject: z.string(), author: z.string(), created_at: InstantSchema })
    .nullable(),
});

export const SignOnParamsSchema = z.object({ id: words(20).regex(/^\d{1,18}$/) });

export const BindSignOnSchema = z.object({ subject: words(255).min(1) });

/** What the provider adds to the address of its answer; checked by what reads it, not by its form. */
export const SignOnAnswerSchema = z.object({
  code: words(4_000).optional(),
  state: words(4_000).optional(),
  error: words(4_000).optional(),
});

export type SignOnBinding = z.infer<typeof SignOnBindingSchema>;
export type BindSignOn = z.output<typeof BindSignOnSchema>;
