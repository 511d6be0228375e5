import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Account, AccountsQueryInput, Policy } from "@tianyan/api";
import { api } from "../../../lib/api";

export const useAccounts = (query: AccountsQueryInput) =>
  useQuery({
    queryKey: ["accounts", "list", query],
    queryFn: ({ signal }) => api.accounts(query, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useAccount = (id: string) =>
  useQuery({
    queryKey: ["accounts", "one", id],
    queryFn: ({ signal }) => api.account(id, { signal }),
    staleTime: 0,
  });

/** Something done to an account; lists and the account itself are asked for anew. */
export function useAct<T, R>(act: (given: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["accounts"] }),
        client.invalidateQueries({ queryKey: ["sessions"] }),
      ]),
  });
}

/** What is done to one account by a button. */
export const DEEDS = {
  disable: (id: string): Promise<Account> => api.disableAccount(id),
  enable: (id: string): Promise<Account> => api.enableAccount(id),
  resetFactor: (id: string): Promise<Account> => api.resetFactor(id),
} as const;

export type Deed = keyof typeof DEEDS;

export const useSessions = () =>
  useQuery({
    queryKey: ["sessions", "all"],
    queryFn: ({ signal }) => api.sessions({ signal }),
    staleTime: 0,
    refetchInterval: 30_000,
  });

export const useAccountSessions = (id: string) =>
  useQuery({
    queryKey: ["sessions", "of", id],
    queryFn: ({ signal }) => api.accountSessions(id, { signal }),
    staleTime: 0,
  });

export const useScopeChoices = () =>
  useQuery({ queryKey: ["scope-choices"], queryFn: ({ signal }) => api.scopeChoices({ signal }) });

export const usePolicy = () =>
  useQuery({ queryKey: ["policy"], queryFn: ({ signal }) => api.policy({ signal }), staleTime: 0 });

export function useWritePolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (policy: Policy) => api.writePolicy(policy),
    onSuccess: (policy) => client.setQueryData(["policy"], policy),
  });
}
