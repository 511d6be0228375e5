import type { FindingRow } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import { type ReactNode, useState } from "react";
import { DEEDS, type Deed } from "../../../components/triage/ActMenu";
import { useTriage } from "../../../components/triage/use-triage";
import { targetOf } from "../../../lib/triage/decide";
import { useMay } from "../../../lib/use-meta";
import { NONE_SELECTED, selectedRows } from "../lib/selection";
import type { FindingActs } from "./use-act-keys";

export interface ListTriage {
  readonly acts: FindingActs;
  readonly deeds: readonly Deed[];
  readonly chosen: (rows: readonly FindingRow[]) => readonly FindingRow[];
  readonly act: (deed: Deed, rows: readonly FindingRow[]) => void;
  readonly chooseAll: (rows: readonly FindingRow[]) => void;
  readonly chooseNone: () => void;
  readonly element: ReactNode;
}

/** Choosing findings of a list and acting on them; null for posts that only look, and for a list as of another time. */
export function useFindingActs(asked: Instant | null): ListTriage | null {
  const mayDecide = useMay("findings.decide") && asked === null;
  const mayOpen = useMay("cases.write");
  const [selection, setSelection] = useState(NONE_SELECTED);
  const chooseNone = () => setSelection(NONE_SELECTED);
  const deeds = DEEDS.filter((deed) => deed !== "case" || mayOpen);
  const triage = useTriage({ deeds, onDone: chooseNone });
  const ask = (deed: Deed | "menu") => (rows: readonly FindingRow[]) => triage.ask(deed, rows.map(targetOf));
  if (!mayDecide) return null;
  return {
    acts: { selection, onSelection: setSelection, onMenu: ask("menu"), onDismiss: ask("dismiss") },
    deeds,
    chosen: (rows) => selectedRows(selection, rows),
    act: (deed, rows) => ask(deed)(rows),
    chooseAll: (rows) => setSelection({ ids: new Set(rows.slice(0, MOST).map(({ id }) => id)), anchor: null }),
    chooseNone,
    element: triage.element,
  };
}

/** As many as one act may be about. */
const MOST = 500;
