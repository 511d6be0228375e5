import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { OrdersQueryInput } from "@tianyan/api";
import { api } from "../../../lib/api";

interface PageMark {
  readonly cursor: string;
  readonly at: string;
}

/** Orders, newest acceptance first, page by page. */
export function useOrders(query: OrdersQueryInput) {
  return useInfiniteQuery({
    queryKey: ["orders", query],
    initialPageParam: null as PageMark | null,
    queryFn: ({ pageParam, signal }) => api.orders({ ...query, ...(pageParam ?? {}), limit: 100 }, { signal }),
    getNextPageParam: (page) => (page.next_cursor === null ? null : { cursor: page.next_cursor, at: page.at }),
    placeholderData: keepPreviousData,
  });
}
