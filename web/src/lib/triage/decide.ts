import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DecideInput, FindingRow } from "@tianyan/api";
import { api } from "../api";
import { uuid } from "./uuid";

/** A finding that something is decided about, with the latest decision that was seen of it. */
export interface Target {
  readonly source: string;
  readonly order_id: string;
  readonly key: string;
  readonly seen: string | null;
  readonly title: string;
}

export const targetOf = (row: FindingRow): Target => ({
  source: row.source,
  order_id: row.order_id,
  key: row.key,
  seen: row.triage?.decision?.id ?? null,
  title: row.order_title || row.order_id,
});

export type Decision = Pick<DecideInput, "kind" | "reason" | "text" | "until">;

export interface Deciding {
  readonly targets: readonly Target[];
  readonly decision: Decision;
}

/** What shows where findings stand. */
const TOUCHED = ["findings", "facets", "order", "decisions", "explanations"];

/** Asks for everything anew that shows where findings stand; done when the screens have it. */
export function useTriageTouched(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(TOUCHED.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** One act about one or many findings: all of it, or none. */
export function useDecide() {
  const touched = useTriageTouched();
  return useMutation({
    mutationFn: ({ targets, decision }: Deciding) =>
      api.decide({
        act: uuid(),
        findings: targets.map(({ source, order_id, key, seen }) => ({ source, order_id, key, seen })),
        ...decision,
      }),
    onSuccess: touched,
  });
}

/** Takes an act back, whole. */
export function useUndo() {
  const touched = useTriageTouched();
  return useMutation({ mutationFn: (act: string) => api.undoDecisions(act), onSuccess: touched });
}
