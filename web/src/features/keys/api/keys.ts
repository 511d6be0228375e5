import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewMachineKeyInput } from "@tianyan/api";
import { api } from "../../../lib/api";

const KEYS = ["machine-keys"] as const;

export const useKeys = () => useQuery({ queryKey: KEYS, queryFn: ({ signal }) => api.keys({ signal }), staleTime: 0 });

export function useAddKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: NewMachineKeyInput) => api.addKey(given),
    onSuccess: () => client.invalidateQueries({ queryKey: KEYS }),
    gcTime: 0,
  });
}

export function useEndKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.endKey(id),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS }),
  });
}
