import { PRIORITY_PARTS } from "@tianyan/core";
import { z } from "zod";

/** Why a finding stands where it stands in the list: parts in points, and their sum. */
export const PrioritySchema = z.object({
  points: z.number().int(),
  parts: z.array(
    z.object({
      part: z.enum(PRIORITY_PARTS),
      points: z.number().int(),
      /** What the points are for: level 1 to 3, days, a share in per cent or null where too few were looked into, counts. */
      value: z.number().nullable(),
    }),
  ),
});

export type Priority = z.infer<typeof PrioritySchema>;
