import { z } from "zod";
import { words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";

/** A machine's right to deliver rows. */
export const MachineKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its last four characters. */
  hint: z.string(),
  /** The one source it may deliver for; null: any. */
  source: z.string().nullable(),
  author: z.string(),
  created_at: InstantSchema,
  expires_at: InstantSchema,
  last_used_at: InstantOrNull,
  ended_at: InstantOrNull,
  ended_by: z.string().nullable(),
  in_force: z.boolean(),
});

export const MachineKeysSchema = z.object({ keys: z.array(MachineKeySchema) });

const LONGEST_DAYS = 1_095;

export const NewMachineKeySchema = z.object({
  name: words(100)
    .transform((text) => text.trim())
    .refine((text) => text !== ""),
  source: words(200).min(1).nullable().default(null),
  days: z.number().int().min(1).max(LONGEST_DAYS).default(365),
});

/** The only answer that holds the key itself. */
export const AddedMachineKeySchema = z.object({ key: MachineKeySchema, secret: z.string() });

export const MachineKeyParamsSchema = z.object({ id: words(20).regex(/^\d{1,18}$/) });

export type MachineKey = z.infer<typeof MachineKeySchema>;
export type MachineKeys = z.infer<typeof MachineKeysSchema>;
export type NewMachineKey = z.output<typeof NewMachineKeySchema>;
export type NewMachineKeyInput = z.input<typeof NewMachineKeySchema>;
export type AddedMachineKey = z.infer<typeof AddedMachineKeySchema>;
