import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@tianyan/api";

/** What the server refuses stays refused; only what may pass is tried again, once. */
const mayPass = (failures: number, error: unknown): boolean =>
  failures < 1 && !(error instanceof ApiError && error.status < 500);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: mayPass, staleTime: 30_000, gcTime: 5 * 60_000, networkMode: "always" } },
  });
