import { z } from "zod";

/** An address of our own only: nobody is led elsewhere by a link to the sign-in page. */
const own = z
  .string()
  .regex(/^\/(?![/\\])/)
  .max(2000)
  .optional()
  .catch(undefined);

export const signInSearch = z.object({ to: own });
export type SignInSearch = z.output<typeof signInSearch>;
