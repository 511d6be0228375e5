import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../lib/api";

const bindingOf = (account: string) => ["accounts", "sign-on", account] as const;

/** Who a person is to the single sign-on. */
export const useBinding = (account: string, enabled: boolean) =>
  useQuery({
    queryKey: bindingOf(account),
    queryFn: ({ signal }) => api.signOnBinding(account, { signal }),
    enabled,
    staleTime: 0,
  });

/** Binds the account to a subject; null takes the binding away. */
export function useWriteBinding(account: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (subject: string | null) =>
      subject === null ? api.unbindSignOn(account) : api.bindSignOn(account, { subject }),
    onSuccess: (binding) => client.setQueryData(bindingOf(account), binding),
  });
}
