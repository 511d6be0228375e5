import { DEEDS, type OrdersQueryInput } from "@tianyan/api";
import { type Instant, isoInstant } from "@tianyan/core";
import { z } from "zod";
import { startOfDate } from "../../../lib/period";
import { date, own, text, words } from "../../../lib/search-schema";

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
  /** What happened to it, by or to these units, on or after and on or before these dates. */
  did: z.enum(DEEDS).optional().catch(undefined),
  did_unit: text(),
  did_other: text(),
  did_from: date,
  did_to: date,
  /** Conditions of one's own. */
  own,
});

export type OrdersSearch = z.output<typeof ordersSearch>;

export const toOrdersQuery = (search: OrdersSearch, asked: Instant | null): OrdersQueryInput => ({
  at: asked === null ? undefined : isoInstant(asked),
  q: search.q,
  state: search.state,
  unit: search.unit ?? [],
  district: search.district ?? [],
  category: search.category ?? [],
  source: search.source ?? [],
  from: search.from && startOfDate(search.from),
  to: search.to && startOfDate(search.to, 1),
  own: search.own,
  did: search.did,
  did_unit: search.did_unit,
  did_other: search.did_other,
  did_from: search.did_from && startOfDate(search.did_from),
  did_to: search.did_to && startOfDate(search.did_to, 1),
});

export const isFiltered = (search: OrdersSearch): boolean => Object.values(search).some((value) => value !== undefined);
