import { z } from "zod";
import { words } from "../../../lib/search-schema";

/** Files that were uploaded and are being checked; or the import that was started. Neither: nothing was chosen yet. */
export const importSearch = z.object({
  upload: words(z.string().regex(/^[0-9a-f]{32}$/)),
  import: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type ImportSearch = z.output<typeof importSearch>;
