import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ImportItem, ImportState } from "@tianyan/api";
import { useEffect, useRef } from "react";
import { api } from "./api";

const RUNNING: readonly ImportState[] = ["waiting", "reading", "recording", "judging", "undoing"];
export const isRunning = (one: ImportItem): boolean => RUNNING.includes(one.state);

/** One import, asked for again while it runs; once it is over, everything on the screens is asked for anew. */
export function useImport(id: string) {
  const client = useQueryClient();
  const answer = useQuery({
    queryKey: ["import", id],
    queryFn: ({ signal }) => api.import(id, { signal }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 700 : false),
    staleTime: 0,
  });
  const running = answer.data !== undefined && isRunning(answer.data);
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current && !running)
      void client.invalidateQueries({ predicate: ({ queryKey }) => !KEPT.includes(String(queryKey[0])) });
    ran.current = running;
  }, [running, client]);
  return answer;
}

/** These do not change by an import that is over. */
const KEPT = ["import", "recognition", "meta"];
