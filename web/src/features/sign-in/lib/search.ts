import { isErrorCode } from "@tianyan/api";
import { z } from "zod";

/** An address of our own only: nobody is led elsewhere by a link to the sign-in page. */
const own = z
  .string()
  .regex(/^\/(?![/\\])/)
  .max(2000)
  .optional()
  .catch(undefined);

/** Why the single sign-on did not let somebody in: one of our own codes, told in our own words. */
const problem = z.string().refine(isErrorCode).optional().catch(undefined);

export const signInSearch = z.object({ to: own, problem });
