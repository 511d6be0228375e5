import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PaperDetail, PapersQueryInput } from "@tianyan/api";
import { ApiError, api } from "../../../lib/api";

const PAGE = 100;

/** The register, newest first, page by page. */
export const usePapers = (query: PapersQueryInput) =>
  useInfiniteQuery({
    queryKey: ["papers", "list", query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => api.papers({ ...query, cursor: pageParam, limit: PAGE }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

const onePaper = (id: string) => ["papers", "one", id] as const;

export const usePaper = (id: string) =>
  useQuery({ queryKey: onePaper(id), queryFn: ({ signal }) => api.paper(id, { signal }), staleTime: 0 });

/** The case that a paper is to be drafted from. */
export const useCaseOfPaper = (id: string) =>
  useQuery({ queryKey: ["cases", "one", id], queryFn: ({ signal }) => api.case(id, { signal }), staleTime: 0 });

/** A change of a paper: it answers the paper as it stands then. Where somebody was faster, it is loaded anew. */
export function usePaperChange<T>(change: (given: T) => Promise<PaperDetail>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (paper) => {
      client.setQueryData(onePaper(paper.id), paper);
      void client.invalidateQueries({ queryKey: ["papers", "list"] });
      void client.invalidateQueries({ queryKey: ["cases"] });
    },
    onError: (error) =>
      error instanceof ApiError && error.status === 409
        ? client.invalidateQueries({ queryKey: ["papers"] })
        : undefined,
  });
}
