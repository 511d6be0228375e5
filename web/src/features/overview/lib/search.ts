import type { OverviewQueryInput } from "@tianyan/api";
import { type Instant, isoInstant } from "@tianyan/core";
import { z } from "zod";
import { startOfDate } from "../../../lib/period";
import { date, words } from "../../../lib/search-schema";

/** What the address bar says of the overview. */
export const overviewSearch = z.object({
  /** Both included; absent: the month of T. */
  from: date,
  to: date,
  source: words(z.string().min(1).max(200)),
  /** Figures of which the table is shown instead of the chart. */
  table: words(z.enum(["trend", "units", "passing", "places"])),
  /** What the matrix holds; absent: returns. */
  passing: z.literal("handed").optional().catch(undefined),
  /** By what districts are told apart; absent: rules. */
  places: z.literal("category").optional().catch(undefined),
});

export type OverviewSearch = z.output<typeof overviewSearch>;
export type FigureName = "trend" | "units" | "passing" | "places";

export const toQuery = (search: OverviewSearch, asked: Instant | null): OverviewQueryInput => ({
  at: asked === null ? undefined : isoInstant(asked),
  from: search.from && startOfDate(search.from),
  to: search.to && startOfDate(search.to, 1),
  source: search.source ?? [],
});
