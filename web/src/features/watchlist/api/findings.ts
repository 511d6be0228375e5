import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { FindingFilterInput } from "@tianyan/api";
import { api } from "../../../lib/api";

const PAGE = 100;

interface PageMark {
  readonly cursor: string;
  /** All pages speak of the instant of the first. */
  readonly at: string;
}

/** The watchlist, worst first, page by page. */
export function useFindings(filter: FindingFilterInput) {
  return useInfiniteQuery({
    queryKey: ["findings", filter],
    initialPageParam: null as PageMark | null,
    queryFn: ({ pageParam, signal }) => api.findings({ ...filter, ...(pageParam ?? {}), limit: PAGE }, { signal }),
    getNextPageParam: (page) => (page.next_cursor === null ? null : { cursor: page.next_cursor, at: page.at }),
    placeholderData: keepPreviousData,
  });
}
