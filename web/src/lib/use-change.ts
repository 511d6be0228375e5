import { useQueryClient } from "@tanstack/react-query";
import { ApiError, type Change, isErrorCode } from "@tianyan/api";
import { useCallback, useRef, useState } from "react";
import { api } from "./api";

/** Asks for a change of the registry; with `preview` it only says what would come and go. */
export type AskChange = (preview: boolean) => Promise<Change>;

const POLL_MS = 400;
const wait = (milliseconds: number) => new Promise((resolve) => window.setTimeout(resolve, milliseconds));
const isOver = ({ state }: Change): boolean => state === "done" || state === "failed" || state === "cancelled";

/** The fault of a change as the error that the screens know. */
function errorOf({ error }: Change): ApiError | null {
  if (!error) return null;
  return new ApiError(isErrorCode(error.code) ? error.code : "server.failed", { detail: error.detail });
}

/** Follows a change until it is over; rejects where it failed. */
export async function followChange(asked: Change, onChange?: (change: Change) => void): Promise<Change> {
  let change = asked;
  onChange?.(change);
  while (!isOver(change)) {
    await wait(POLL_MS);
    change = await api.change(change.id);
    onChange?.(change);
  }
  const error = errorOf(change);
  if (error) throw error;
  return change;
}

/** Everything that shows units, categories, holidays, or findings judged by them. */
const TOUCHED = ["registry", "units", "findings", "facets", "orders", "order", "overview", "sources"];

/** A change of the registry as it goes: running, done or failed. */
export function useChange() {
  const client = useQueryClient();
  const [change, setChange] = useState<Change | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const round = useRef(0);

  const reset = useCallback(() => {
    round.current++;
    setChange(null);
    setError(null);
    setBusy(false);
  }, []);

  /** True once it is done; false where it failed or was left. */
  const run = async (ask: AskChange, preview: boolean): Promise<boolean> => {
    const mine = ++round.current;
    const current = () => mine === round.current;
    setBusy(true);
    setError(null);
    setChange(null);
    try {
      await followChange(await ask(preview), (next) => current() && setChange(next));
      if (!preview) for (const key of TOUCHED) void client.invalidateQueries({ queryKey: [key] });
      if (current()) setBusy(false);
      return current();
    } catch (caught) {
      if (current()) {
        setError(caught);
        setBusy(false);
      }
      return false;
    }
  };

  const cancel = async () => {
    if (change && !isOver(change)) await api.cancelChange(change.id).catch(() => null);
    reset();
  };
  return { change, error, busy, run, reset, cancel };
}
