import { useQueryClient } from "@tanstack/react-query";
import type { SessionState } from "@tianyan/api";
import { useEffect } from "react";
import { SESSION } from "./use-session";

const EARLIEST_MS = 5_000;
const LATEST_MS = 2 ** 31 - 1;

/** Asks again when the session would have ended: a screen left alone does not stay readable. */
export function useSessionEnd(session: SessionState | undefined): void {
  const client = useQueryClient();
  const until = session?.step === "open" ? (session.idle_until ?? session.expires_at) : null;
  useEffect(() => {
    if (until === null) return;
    const wait = Math.min(LATEST_MS, Math.max(EARLIEST_MS, Date.parse(until) - Date.now() + 1_000));
    const timer = window.setTimeout(() => void client.invalidateQueries({ queryKey: SESSION }), wait);
    return () => window.clearTimeout(timer);
  }, [client, until]);
}
