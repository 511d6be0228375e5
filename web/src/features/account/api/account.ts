import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../lib/api";

const MINE = ["my-sessions"] as const;

export const useMySessions = () => useQuery({ queryKey: MINE, queryFn: ({ signal }) => api.mySessions({ signal }) });

export function useEndMySession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.endMySession(id),
    onSettled: () => client.invalidateQueries({ queryKey: MINE }),
  });
}
