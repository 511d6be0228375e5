import { keepPreviousData, useInfiniteQuery, useQueries } from "@tanstack/react-query";
import type { FindingFilterInput, FindingRow, FindingsQueryInput } from "@tianyan/api";
import { api } from "../../../lib/api";

const PAGE = 100;

interface PageMark {
  readonly cursor: string;
  /** All pages speak of the instant of the first. */
  readonly at: string;
}

/** How a list is put in order, and whether findings of an order fold together. */
export interface ListShape extends Pick<FindingsQueryInput, "fold"> {
  readonly sort: "level" | "priority";
}

/** The watchlist, worst or most pressing first, page by page. */
export function useFindings(filter: FindingFilterInput, shape: ListShape) {
  return useInfiniteQuery({
    queryKey: ["findings", filter, shape],
    initialPageParam: null as PageMark | null,
    queryFn: ({ pageParam, signal }) =>
      api.findings({ ...filter, ...shape, ...(pageParam ?? {}), limit: PAGE }, { signal }),
    getNextPageParam: (page) => (page.next_cursor === null ? null : { cursor: page.next_cursor, at: page.at }),
    placeholderData: keepPreviousData,
  });
}

/** What stands behind each of these rows of a folded list, in the list's order, at the list's instant; absent while it is loaded. */
export function useFolded(
  rows: readonly FindingRow[],
  filter: FindingFilterInput,
  sort: ListShape["sort"],
  at?: string,
) {
  return useQueries({
    queries: rows.map(({ source, order_id: order }) => ({
      queryKey: ["findings", "folded", filter, sort, source, order, at],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.findings({ ...filter, source: [source], order, sort, at, limit: PAGE }, { signal }),
      placeholderData: keepPreviousData,
    })),
    combine: (answers) =>
      rows.map(({ id }, index) => answers[index]?.data?.items.filter((behind) => behind.id !== id) ?? null),
  });
}
