import { useSearch } from "@tanstack/react-router";
import type { Instant } from "@tianyan/core";
import { fromCivil } from "./time";
import { useNow } from "./use-clock";

export interface AsOf {
  /** The instant that the screen speaks of. */
  readonly at: Instant;
  /** What to ask the server for: null while the screen follows the present. */
  readonly asked: Instant | null;
}

/** "As of" from the address bar, else the present. */
export function useAsOf(): AsOf {
  const search: { at?: unknown } = useSearch({ strict: false });
  const now = useNow();
  const asked = typeof search.at === "string" ? fromCivil(search.at) : null;
  return { at: asked ?? now, asked };
}
