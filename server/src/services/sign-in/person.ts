import { ApiError } from "@tianyan/api";
import type { Actor } from "../../auth/actor";

/** The account and session of somebody who asks about themselves. Throws `session.required`. */
export function personOf({ account, session }: Actor): { readonly account: string; readonly session: string } {
  if (account === null || session === null) throw new ApiError("session.required");
  return { account, session };
}
