import { z } from "zod";
import { SuggestedUnitSchema } from "../imports/recognition";
import { flag, words } from "../shared/query";
import { InstantOrNull } from "../shared/values";

const word = words(200).transform((text) => text.trim());
const named = word.refine((text) => text !== "");
/** A local date, `2026-01-31`. */
export const DateSchema = z.iso.date().refine((date) => date >= "1970-01-01" && date <= "2199-12-31");

export const MergerSchema = z.object({
  /** Code of the unit it was dissolved into. */
  into: z.string(),
  /** Orders that reach it from that date on are the other's; what it did before stays its own. */
  from: DateSchema,
  note: z.string(),
});

/** A unit as the registry holds it. */
export const RegisteredUnitSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** Code of the unit above; "" at the top. */
  parent: z.string(),
  /** `centre` makes a centre. */
  kind: z.string(),
  aliases: z.array(z.string()),
  /** Met in a source, confirmed by nobody yet. */
  provisional: z.boolean(),
  /** Of a provisional one: units that it may be. */
  suggestions: z.array(SuggestedUnitSchema),
  merger: MergerSchema.nullable(),
  /** Legs that it had: how much hangs on it. */
  legs: z.number().int(),
  last_at: InstantOrNull,
});

export const RegisteredUnitsSchema = z.object({ units: z.array(RegisteredUnitSchema) });

const fields = {
  name: named,
  parent: word.default(""),
  kind: words(50).default(""),
  aliases: z.array(named).max(100).default([]),
};

export const NewUnitSchema = z.object({ code: named, ...fields });
export const UnitFieldsSchema = z.object(fields);
export const UnitParamsSchema = z.object({ code: words(200).min(1) });
/** `preview`: say what would come and go, leave nothing. */
export const PreviewSchema = z.object({ preview: flag().default(false) });

export const ConfirmUnitSchema = z.discriminatedUnion("as", [
  /** A unit of its own. */
  z.object({ as: z.literal("unit"), ...fields }),
  /** Another word for a unit on the list. */
  z.object({ as: z.literal("alias"), of: named }),
]);

export const MergeUnitSchema = z.object({ into: named, from: DateSchema, note: words(500).default("") });

export type RegisteredUnit = z.infer<typeof RegisteredUnitSchema>;
export type RegisteredUnits = z.infer<typeof RegisteredUnitsSchema>;
export type NewUnit = z.output<typeof NewUnitSchema>;
export type NewUnitInput = z.input<typeof NewUnitSchema>;
export type UnitFields = z.output<typeof UnitFieldsSchema>;
export type UnitFieldsInput = z.input<typeof UnitFieldsSchema>;
export type ConfirmUnit = z.output<typeof ConfirmUnitSchema>;
export type ConfirmUnitInput = z.input<typeof ConfirmUnitSchema>;
export type MergeUnit = z.output<typeof MergeUnitSchema>;
export type MergeUnitInput = z.input<typeof MergeUnitSchema>;
