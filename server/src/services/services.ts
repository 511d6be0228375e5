import type { Instant } from "@tianyan/core";
import type { Database } from "@tianyan/db";

/** What every service may use beside its arguments. */
export interface Services {
  readonly db: Database;
  /** The only clock. */
  readonly now: () => Instant;
  readonly version: string;
}
