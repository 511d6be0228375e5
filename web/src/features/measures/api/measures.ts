import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MEASURE_STATES } from "@tianyan/api";
import { ApiError, api } from "../../../lib/api";
import type { MeasuresSearch } from "../lib/search";

const STATES = { open: [], reported: ["reported"], all: MEASURE_STATES } as const;

/** The ledger: what is not accepted yet, what waits to be checked, or everything. */
export const useMeasures = (show: MeasuresSearch["show"]) =>
  useQuery({
    queryKey: ["measures", show],
    queryFn: ({ signal }) => api.measures({ state: STATES[show ?? "open"] }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** A file as evidence of the measure. */
export function useEvidence(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => api.attachToMeasure(id, file.name, file),
    onSettled: () => client.invalidateQueries({ queryKey: ["measures"] }),
  });
}

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
