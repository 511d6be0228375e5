import { useQuery } from "@tanstack/react-query";
import { api } from "./api";

export const SESSION = ["session"] as const;

/** How far signing in has come; asked again where it may have ended. */
export const useSession = () =>
  useQuery({ queryKey: SESSION, queryFn: ({ signal }) => api.session({ signal }), staleTime: 60_000 });
