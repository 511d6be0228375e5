import { useQuery } from "@tanstack/react-query";
import { api } from "./api";

/** The rules, their parameters, and what each source lacks for them. */
export const useRules = () =>
  useQuery({ queryKey: ["rules"], queryFn: ({ signal }) => api.rules({ signal }), staleTime: 5 * 60_000 });
