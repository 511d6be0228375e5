import { ApiError, createClient } from "@tianyan/api";
import { type Instant, isoInstant } from "@tianyan/core";

export { ApiError };

/** The one client: same origin, no other address is ever called. */
export const api = createClient();

/** "As of" for a query: absent means now. */
export const atParameter = (asked: Instant | null): { at?: string } =>
  asked === null ? {} : { at: isoInstant(asked) };
