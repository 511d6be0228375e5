import { z } from "zod";

/** What the address bar says of the ledger. */
export const measuresSearch = z.object({
  /** `yes`: accepted ones too. */
  all: z.literal("yes").optional().catch(undefined),
});

export type MeasuresSearch = z.output<typeof measuresSearch>;
