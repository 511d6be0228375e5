import { useQuery } from "@tanstack/react-query";
import { api } from "../../../lib/api";

/** Orders accepted a month, of all sources; those of one source by the name of the month, `2026-09`. */
export function useVolumes(source: string): ReadonlyMap<string, number> {
  const { data } = useQuery({
    queryKey: ["sources", "volumes"],
    queryFn: ({ signal }) => api.volumes({ signal }),
    staleTime: 5 * 60_000,
  });
  const months = data?.volumes.find((volumes) => volumes.source === source)?.months ?? [];
  return new Map(months.map(({ month, orders }) => [month, orders]));
}
