import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MEASURE_STATES } from "@tianyan/api";
import { ApiError, api } from "../../../lib/api";

/** The ledger: what is not accepted yet, or everything. */
export const useMeasures = (all: boolean) =>
  useQuery({
    queryKey: ["measures", all],
    queryFn: ({ signal }) => api.measures(all ? { state: MEASURE_STATES } : {}, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** What the unit says it did; where the measure was changed meanwhile, the ledger is loaded anew. */
export function useReport(id: string) {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: ["measures"] });
  return useMutation({
    mutationFn: (given: { readonly version: number; readonly evidence: string }) => api.reportMeasure(id, given),
    onSuccess: anew,
    onError: (error) => (error instanceof ApiError && error.status === 409 ? anew() : undefined),
  });
}
