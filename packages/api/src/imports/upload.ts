import { z } from "zod";
import { words } from "../shared/query";

/** The body is the file itself; its name without path stands in the query. */
export const UploadQuerySchema = z.object({ name: words(255).min(1) });

/** A file waiting to be imported; gone after its import, or after a day. */
export const UploadSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});

export const UploadIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

export type Upload = z.infer<typeof UploadSchema>;
