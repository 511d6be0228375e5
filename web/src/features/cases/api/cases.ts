import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CaseDetail, CasesQueryInput } from "@tianyan/api";
import { ApiError, api } from "../../../lib/api";

const PAGE = 100;

/** The cases in sight, newest first, page by page. */
export const useCases = (query: CasesQueryInput) =>
  useInfiniteQuery({
    queryKey: ["cases", "list", query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => api.cases({ ...query, cursor: pageParam, limit: PAGE }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** How many cases there are of a kind. */
export const useCaseCount = (query: CasesQueryInput, enabled: boolean) =>
  useQuery({
    queryKey: ["cases", "count", query],
    queryFn: ({ signal }) => api.cases({ ...query, limit: 1 }, { signal }),
    select: ({ total }) => total,
    enabled,
    staleTime: 0,
  });

/** How many measures wait to be checked. */
export const useReportedCount = () =>
  useQuery({
    queryKey: ["measures", "reported", "count"],
    queryFn: ({ signal }) => api.measures({ state: "reported" }, { signal }),
    select: ({ items }) => items.length,
    staleTime: 0,
  });

const oneCase = (id: string) => ["cases", "one", id] as const;

export const useCase = (id: string) =>
  useQuery({ queryKey: oneCase(id), queryFn: ({ signal }) => api.case(id, { signal }), staleTime: 0 });

/** What else shows something of a case. */
const TOUCHED = ["findings", "facets", "order", "measures"];

/** A change of a case: it answers the case as it stands then. Where somebody was faster, the case is loaded anew. */
export function useCaseChange<T>(id: string, change: (given: T) => Promise<CaseDetail>) {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: ["cases"] });
  return useMutation({
    mutationFn: change,
    onSuccess: (detail) => {
      client.setQueryData(oneCase(id), detail);
      for (const key of TOUCHED) void client.invalidateQueries({ queryKey: [key] });
      void client.invalidateQueries({
        predicate: ({ queryKey: [first, second] }) => first === "cases" && second !== "one",
      });
    },
    onError: (error) => (error instanceof ApiError && error.status === 409 ? anew() : undefined),
  });
}

export const useColleagues = () =>
  useQuery({ queryKey: ["colleagues"], queryFn: ({ signal }) => api.colleagues({ signal }), staleTime: 5 * 60_000 });

export const useUnitChoices = () =>
  useQuery({ queryKey: ["units", {}], queryFn: ({ signal }) => api.units({}, { signal }), staleTime: 5 * 60_000 });
