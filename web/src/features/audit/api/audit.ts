import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AuditQueryInput } from "@tianyan/api";
import { api } from "../../../lib/api";

const POLL_MS = 700;
const VERIFICATION = ["audit", "verification"] as const;

export const useAudit = (query: Partial<AuditQueryInput>) =>
  useInfiniteQuery({
    queryKey: ["audit", "list", query],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      api.audit({ ...query, limit: 100, ...(pageParam === "" ? {} : { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useAuditHead = () =>
  useQuery({ queryKey: ["audit", "head"], queryFn: ({ signal }) => api.auditHead({ signal }), staleTime: 0 });

export const useAuditHeads = () =>
  useQuery({ queryKey: ["audit", "heads"], queryFn: ({ signal }) => api.auditHeads({ signal }), staleTime: 0 });

export const useVerification = () =>
  useQuery({
    queryKey: VERIFICATION,
    queryFn: ({ signal }) => api.verification({ signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === "running" ? POLL_MS : false),
  });

export function useVerify() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.verifyAudit(),
    onSuccess: (begun) => client.setQueryData(VERIFICATION, begun),
  });
}
