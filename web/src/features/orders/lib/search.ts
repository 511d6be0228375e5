import type { OrdersQueryInput } from "@tianyan/api";
import { type Instant, isoInstant, zone } from "@tianyan/core";
import { z } from "zod";
import { date, text, words } from "../../../lib/search-schema";
import { HOME_ZONE } from "../../../lib/time";

/** What the address bar says of the list of orders. */
export const ordersSearch = z.object({
  q: text(100),
  state: z.enum(["open", "done"]).optional().catch(undefined),
  unit: words(z.string().min(1).max(200)),
  district: words(z.string().min(1).max(200)),
  category: words(z.string().min(1).max(400)),
  source: words(z.string().min(1).max(200)),
  /** Accepted on or after, on or before this date. */
  from: date,
  to: date,
});

export type OrdersSearch = z.output<typeof ordersSearch>;

const startOf = (isoDate: string, later = 0): string =>
  isoInstant(zone(HOME_ZONE).startOf(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000 + later));

export const toOrdersQuery = (search: OrdersSearch, asked: Instant | null): OrdersQueryInput => ({
  at: asked === null ? undefined : isoInstant(asked),
  q: search.q,
  state: search.state,
  unit: search.unit ?? [],
  district: search.district ?? [],
  category: search.category ?? [],
  source: search.source ?? [],
  from: search.from && startOf(search.from),
  to: search.to && startOf(search.to, 1),
});

export const isFiltered = (search: OrdersSearch): boolean => Object.values(search).some((value) => value !== undefined);
