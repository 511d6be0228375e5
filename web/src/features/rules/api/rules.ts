import { useQuery } from "@tanstack/react-query";
import { api } from "../../../lib/api";

export const useRules = () =>
  useQuery({ queryKey: ["rules"], queryFn: ({ signal }) => api.rules({ signal }), staleTime: 5 * 60_000 });
