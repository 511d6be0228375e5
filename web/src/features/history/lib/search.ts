import { IMPORT_STATES } from "@tianyan/api";
import { z } from "zod";
import { text, words } from "../../../lib/search-schema";

export const historySearch = z.object({
  source: words(z.string().min(1).max(64)),
  state: words(z.enum(IMPORT_STATES)),
  /** The import that is looked at. */
  open: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  /** Rejects for this reason alone. */
  reason: text(100),
});
export type HistorySearch = z.output<typeof historySearch>;
