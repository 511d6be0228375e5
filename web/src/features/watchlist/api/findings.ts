import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { FindingFilterInput, FindingsQuery } from "@tianyan/api";
import { api } from "../../../lib/api";

const PAGE = 100;

interface PageMark {
  readonly cursor: string;
  /** All pages speak of the instant of the first. */
  readonly at: string;
}

/** The watchlist, worst or most pressing first, page by page. */
export function useFindings(filter: FindingFilterInput, sort: FindingsQuery["sort"]) {
  return useInfiniteQuery({
    queryKey: ["findings", filter, sort],
    initialPageParam: null as PageMark | null,
    queryFn: ({ pageParam, signal }) =>
      api.findings({ ...filter, sort, ...(pageParam ?? {}), limit: PAGE }, { signal }),
    getNextPageParam: (page) => (page.next_cursor === null ? null : { cursor: page.next_cursor, at: page.at }),
    placeholderData: keepPreviousData,
  });
}
