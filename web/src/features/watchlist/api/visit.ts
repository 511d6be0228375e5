import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";

/** Says that the list is looked at, so that what is new since the visit before can be told. */
export function useVisit(): void {
  const client = useQueryClient();
  const may = useMay("views.write");
  const { dataUpdatedAt } = useQuery({
    queryKey: ["visit"],
    queryFn: ({ signal }) => api.visitWatchlist({ signal }),
    enabled: may,
    staleTime: 60_000,
  });
  useEffect(() => {
    if (dataUpdatedAt > 0) void client.invalidateQueries({ queryKey: ["facets"] });
  }, [client, dataUpdatedAt]);
}
