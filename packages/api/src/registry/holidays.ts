import { z } from "zod";
import { words } from "../shared/query";
import { DateSchema } from "./units";

/** A day that is other than its weekday says, or than the built-in table says. */
export const HolidaySchema = z.object({
  date: z.string(),
  works: z.boolean(),
  /** As the built-in table (or the weekday) has it. */
  built_in: z.boolean(),
  note: z.string(),
  /** Of our own table, on top of the built-in one. */
  own: z.boolean(),
});

export const HolidaysQuerySchema = z.object({ year: z.coerce.number().int().min(1970).max(2199).optional() });

export const HolidaysSchema = z.object({
  year: z.number().int(),
  /** The last year of which the built-in table has the official notice; later steps are provisional. */
  last_published: z.number().int(),
  /** Days of the year that differ from their weekday, built in or own, by date. */
  days: z.array(HolidaySchema),
});

export const HolidayParamsSchema = z.object({ date: DateSchema });
export const SetHolidaySchema = z.object({ works: z.boolean(), note: words(200).default("") });

export type Holiday = z.infer<typeof HolidaySchema>;
export type Holidays = z.infer<typeof HolidaysSchema>;
export type SetHoliday = z.output<typeof SetHolidaySchema>;
export type SetHolidayInput = z.input<typeof SetHolidaySchema>;
