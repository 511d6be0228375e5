import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Instant, isoInstant } from "@tianyan/core";
import { api, atParameter } from "../../../lib/api";

export function useUnits(asked: Instant | null) {
  return useQuery({
    queryKey: ["units", asked === null ? "now" : isoInstant(asked)],
    queryFn: ({ signal }) => api.units(atParameter(asked), { signal }),
    placeholderData: keepPreviousData,
  });
}
