import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FindingFilterInput } from "@tianyan/api";
import { api } from "../../../lib/api";

/** Counts under the same filters, each facet without its own. */
export function useFacets(filter: FindingFilterInput) {
  return useQuery({
    queryKey: ["facets", filter],
    queryFn: ({ signal }) => api.facets(filter, { signal }),
    placeholderData: keepPreviousData,
  });
}
