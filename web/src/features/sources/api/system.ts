import { useQuery } from "@tanstack/react-query";

/** Whether the server can serve: the database answers and has its version. */
export const useReady = () =>
  useQuery({
    queryKey: ["ready"],
    queryFn: async ({ signal }) => (await fetch("/ready", { signal, headers: { accept: "application/json" } })).ok,
    refetchInterval: 30_000,
  });
