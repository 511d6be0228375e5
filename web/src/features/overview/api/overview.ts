import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { OverviewQueryInput } from "@tianyan/api";
import { api } from "../../../lib/api";

/** The figures of a period. */
export function useOverview(query: OverviewQueryInput) {
  return useQuery({
    queryKey: ["overview", query],
    queryFn: ({ signal }) => api.overview(query, { signal }),
    placeholderData: keepPreviousData,
  });
}
