import { type FindingFilterInput, TRIAGE_STATUSES } from "@tianyan/api";
import { type Instant, isoInstant, LEVELS, RULES, type RuleId, zone } from "@tianyan/core";
import { z } from "zod";
import { startOfDate } from "../../../lib/period";
import { date, own, text, words } from "../../../lib/search-schema";
import { parseSearch, stringifySearch } from "../../../lib/search-string";
import { dateOf, HOME_ZONE, weekdayOf } from "../../../lib/time";

/** What the address bar says of the watchlist. */
export const watchlistSearch = z.object({
  /** `all`: not only what is to be looked at, but everything that has stood out, cleared ones too. */
  view: z.literal("all").optional().catch(undefined),
  /** `no`: without those of non-compliant demands, which fall on nobody. */
  exempt: z.literal("no").optional().catch(undefined),
  level: words(z.enum(LEVELS)),
  rule: words(z.enum(RULES as unknown as [RuleId, ...RuleId[]])),
  unit: words(z.string().min(1).max(200)),
  district: words(z.string().min(1).max(200)),
  category: words(z.string().min(1).max(400)),
  source: words(z.string().min(1).max(200)),
  /** Where they stand; absent: what is still to be looked at. */
  status: words(z.enum(TRIAGE_STATUSES)),
  /** `yes`: only one's own. */
  mine: z.literal("yes").optional().catch(undefined),
  sort: z.literal("priority").optional().catch(undefined),
  /** `order`: findings of one order stand behind the first of them. */
  fold: z.literal("order").optional().catch(undefined),
  /** New since this instant: since the visit before. */
  since: z.iso.datetime({ offset: true }).optional().catch(undefined),
  /** First step on or after, on or before this date. */
  from: date,
  to: date,
  q: text(100),
  /** Conditions of one's own. */
  own,
  /** `week`: only what turns red before the week ends. */
  turning: z.literal("week").optional().catch(undefined),
  /** The saved view that was chosen. */
  saved: text(20),
  /** The order in the pane: `source/order`. */
  order: text(400),
});

export type WatchlistSearch = z.output<typeof watchlistSearch>;

export const FACETS = ["rule", "unit", "district", "category", "source"] as const;
export type FacetName = (typeof FACETS)[number];

/** 24:00 of the Sunday of the week of `at`. */
export function weekEnd(at: Instant): Instant {
  const today = dateOf(at);
  return zone(HOME_ZONE).startOf(today + 1 + ((7 - weekdayOf(today)) % 7));
}

/** The filters of the address bar as the server knows them; `at` is the instant the screen speaks of. */
export function toFilter(search: WatchlistSearch, asked: Instant | null, at: Instant): FindingFilterInput {
  return {
    at: asked === null ? undefined : isoInstant(asked),
    view: search.view ?? "watchlist",
    exempt: search.exempt === "no" ? false : undefined,
    level: search.level ?? [],
    rule: search.rule ?? [],
    unit: search.unit ?? [],
    district: search.district ?? [],
    category: search.category ?? [],
    source: search.source ?? [],
    status: search.status ?? [],
    mine: search.mine === "yes" || undefined,
    from: search.from && startOfDate(search.from),
    new_since: search.since,
    to: search.to && startOfDate(search.to, 1),
    q: search.q,
    own: search.own,
    red_before: search.turning === "week" ? isoInstant(weekEnd(at)) : undefined,
  };
}

/** True where anything narrows the list. */
export const isFiltered = (search: WatchlistSearch): boolean =>
  [...FACETS, "status", "mine", "since", "view", "exempt", "level", "from", "to", "q", "own", "turning"].some(
    (name) => search[name as keyof WatchlistSearch] !== undefined,
  );

/** Everything that narrows the list taken away; the open order stays. */
export const withoutFilters = (search: WatchlistSearch): WatchlistSearch =>
  ({ order: search.order, sort: search.sort, fold: search.fold, saved: search.saved }) as WatchlistSearch;

/** A view as it is saved: what stands in the address, without the open order and its own name. */
export const writeView = ({ order: _, saved: __, ...view }: WatchlistSearch): string => stringifySearch(view).slice(1);

export const readView = (query: string): WatchlistSearch => watchlistSearch.parse(parseSearch(query));
