import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SessionState } from "@tianyan/api";
import { SESSION } from "./use-session";

/** One step of signing in: what it answers is how the session stands now. */
export function useStep<T>(take: (given: T) => Promise<SessionState>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: (state) => client.setQueryData(SESSION, state),
  });
}
