import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { WatchRuleFieldsInput } from "@tianyan/api";
import { api } from "../api";
import { useMay } from "../use-meta";

export const WATCH_RULES = ["watch-rules"] as const;

/** One's own watch rules, with what they match now. */
export function useWatchRules() {
  const enabled = useMay("views.write");
  return useQuery({
    queryKey: WATCH_RULES,
    queryFn: ({ signal }) => api.watchRules({ signal }),
    enabled,
    staleTime: 5 * 60_000,
  });
}

/** Adds a rule, or, with its id, changes it. */
export function useSaveWatchRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...fields }: WatchRuleFieldsInput & { readonly id: string | null }) =>
      id === null ? api.addWatchRule(fields) : api.changeWatchRule(id, fields),
    onSuccess: () => client.invalidateQueries({ queryKey: WATCH_RULES }),
  });
}
