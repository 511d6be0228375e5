import { useQuery } from "@tanstack/react-query";
import { api } from "./api";
import { useMay } from "./use-meta";

export const DIGESTS = ["digests"] as const;

/** One's own digests, newest first. */
export function useDigests() {
  const enabled = useMay("digests.read");
  return useQuery({
    queryKey: DIGESTS,
    queryFn: ({ signal }) => api.digests({ signal }),
    enabled,
    staleTime: 60_000,
    refetchInterval: 10 * 60_000,
  });
}

/** The newest digest was not read yet. */
export const useUnreadDigest = (): boolean => {
  const { data } = useDigests();
  const newest = data?.items[0];
  return newest !== undefined && newest.seen_at === null && newest.things > 0;
};
