import { useQuery } from "@tanstack/react-query";
import { api } from "../../../lib/api";

/** Districts, categories and units to choose from, as far as findings know them. */
export function useChoices() {
  return useQuery({
    queryKey: ["choices"],
    queryFn: ({ signal }) => api.facets({ view: "all" }, { signal }),
    staleTime: 5 * 60_000,
  });
}
