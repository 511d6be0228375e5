import { z } from "zod";

/** Who called, hidden as officials hide it: 张**, 138****5678, 331023********1234, the address to its town. "" where nothing is known. */
export const MaskedCallerSchema = z.object({
  name: z.string(),
  phone: z.string(),
  id_number: z.string(),
  address: z.string(),
});

export type MaskedCaller = z.infer<typeof MaskedCallerSchema>;
