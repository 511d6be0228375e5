import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { StageDays } from "@tianyan/api";
import { api } from "../../../lib/api";

const DEADLINES = ["case-deadlines"] as const;

export const useDeadlines = () =>
  useQuery({ queryKey: DEADLINES, queryFn: ({ signal }) => api.caseDeadlines({ signal }) });

export function useSetDeadlines() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (days: StageDays) => api.changeCaseDeadlines(days),
    onSuccess: (after) => client.setQueryData(DEADLINES, after),
  });
}
