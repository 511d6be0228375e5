import type { Instant } from "@tianyan/core";
import { currentGeneration, type DeedCriteria } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";

export type DeedPeriod = Pick<DeedCriteria, "sources" | "from" | "to"> & { readonly at: Instant };

/** What happened to orders in a period, as the database is asked for it, under the reader's scope. */
export async function deedCriteria({ db: { sql }, scope }: Reading, period: DeedPeriod): Promise<DeedCriteria> {
  return {
    ...period,
    generation: await currentGeneration(sql),
    scope,
  };
}
