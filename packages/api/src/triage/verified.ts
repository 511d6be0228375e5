import { z } from "zod";

const count = () => z.number().int();

/** Of a rule's findings in scope, what was found when they were looked into by T. */
export const VerifiedSchema = z.object({
  confirmed: count(),
  dismissed: count(),
  exempt: count(),
  /** confirmed / (confirmed + dismissed); null where none was. */
  share: z.number().nullable(),
  /** Whatever chance did, it is hardly below this: Wilson's lower bound at 95 %. */
  at_least: z.number().nullable(),
});

export type VerifiedItem = z.infer<typeof VerifiedSchema>;
