import { z } from "zod";

/** What a person may see; null: everything. */
export const ScopeSchema = z.object({
  sources: z.array(z.string()).nullable(),
  districts: z.array(z.string()).nullable(),
  /** Codes; each stands for all below it. */
  units: z.array(z.string()).nullable(),
});

export type Scope = z.infer<typeof ScopeSchema>;
