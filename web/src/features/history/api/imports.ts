import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportsQueryInput } from "@tianyan/api";
import { api } from "../../../lib/api";
import { isRunning } from "../../../lib/use-import";

const POLL_MS = 1_500;

/** Imports, newest first, page by page; asked for again while one of them runs. */
export const useImports = (query: ImportsQueryInput) =>
  useInfiniteQuery({
    queryKey: ["imports", query],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      api.imports({ ...query, limit: 50, ...(pageParam === "" ? {} : { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isRunning)) ? POLL_MS : false),
  });

/** Rejected rows of an import with their reasons, page by page. */
export const useRejects = (id: string, reason: string | undefined) =>
  useInfiniteQuery({
    queryKey: ["imports", "rejects", id, reason ?? ""],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      api.rejects(id, { code: reason, limit: 100, ...(pageParam === "" ? {} : { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** Takes a whole batch back. Everything that was judged by it is asked for anew. */
export function useUndo(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.undoImport(id),
    onSuccess: () => {
      void client.invalidateQueries();
      onDone();
    },
  });
}
