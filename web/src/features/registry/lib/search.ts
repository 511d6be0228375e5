import { z } from "zod";
import { text } from "../../../lib/search-schema";

export const unitRegistrySearch = z.object({
  q: text(100),
  only: z.enum(["provisional", "merged"]).optional().catch(undefined),
  /** The unit whose form is open; `new` for one that is added. */
  edit: text(200),
});
export type UnitRegistrySearch = z.output<typeof unitRegistrySearch>;

export const competenceSearch = z.object({ q: text(100) });
export type CompetenceSearch = z.output<typeof competenceSearch>;

export const categoriesSearch = z.object({ q: text(100) });
export type CategoriesSearch = z.output<typeof categoriesSearch>;

export const holidaysSearch = z.object({
  year: z.coerce.number().int().min(1970).max(2199).optional().catch(undefined),
});
export type HolidaysSearch = z.output<typeof holidaysSearch>;
