import { z } from "zod";

/** What the address bar says of the ledger. */
export const measuresSearch = z.object({
  /** Absent: what is not accepted yet. `reported`: what waits to be checked. */
  show: z.enum(["reported", "all"]).optional().catch(undefined),
});

export type MeasuresSearch = z.output<typeof measuresSearch>;
