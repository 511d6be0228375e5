import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../lib/api";
import { WATCH_RULES } from "../../../lib/query/watch-rules";

const MATCHES = "watch-matches";

/** Orders that a rule matches, those marked that are new. */
export const useMatchesOf = (rule: string) =>
  useInfiniteQuery({
    queryKey: [MATCHES, rule],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.watchMatches(rule, pageParam === null ? { limit: 100 } : { cursor: pageParam, limit: 100 }, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** None of them is new any more. */
export function useLook(rule: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.lookAtWatchMatches(rule),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: WATCH_RULES }),
        client.invalidateQueries({ queryKey: [MATCHES, rule] }),
      ]),
  });
}

export function useRemoveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.removeWatchRule(id),
    onSuccess: () => client.invalidateQueries({ queryKey: WATCH_RULES }),
  });
}
