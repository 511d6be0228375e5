import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../lib/api";

const KEY = ["profiles"] as const;

/** How the exports of sources are read, as people saved it. */
export const useProfiles = () =>
  useQuery({ queryKey: KEY, queryFn: async ({ signal }) => (await api.profiles({ signal })).profiles, staleTime: 0 });

/** Forgets one; what was loaded by it stays. */
export function useRemoveProfile(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (source: string) => api.removeProfile(source),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      client.removeQueries({ queryKey: ["recognition"] });
      onDone();
    },
  });
}
