import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@tianyan/api";
import { SESSION } from "../lib/use-session";

/** What the server refuses stays refused; only what may pass is tried again, once. */
const mayPass = (failures: number, error: unknown): boolean =>
  failures < 1 && !(error instanceof ApiError && error.status < 500);

/** Whatever is answered "sign in first" makes the frame ask how the session stands. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiError && error.status === 401) void client.invalidateQueries({ queryKey: SESSION });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: mayPass, staleTime: 30_000, gcTime: 5 * 60_000, networkMode: "always" } },
  });
  return client;
}
