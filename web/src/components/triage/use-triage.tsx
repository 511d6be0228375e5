import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Decision, type Target, useDecide, useUndo } from "../../lib/triage/decide";
import { ErrorState } from "../PageState";
import { ActMenu, type Deed } from "./ActMenu";
import { CaseDialog, type IntoCase } from "./CaseDialog";
import { DismissDialog } from "./DismissDialog";
import { DoneToast } from "./DoneToast";
import { WatchDialog } from "./WatchDialog";

/** What takes no words is done at once; it can be taken back. */
const AT_ONCE: Readonly<Partial<Record<Deed | "menu", "taken" | "confirmed">>> = {
  take: "taken",
  confirm: "confirmed",
};

interface Asked {
  readonly deed: Deed | "menu";
  readonly targets: readonly Target[];
}

type Done =
  | { readonly kind: "taken" | "watched" | "dismissed" | "confirmed"; readonly count: number; readonly act: string }
  | { readonly kind: "case"; readonly count: number; readonly into: IntoCase }
  | { readonly kind: "undone" };

export interface Triage {
  readonly ask: (deed: Deed | "menu", targets: readonly Target[]) => void;
  /** Dialogs, and what tells what was done. */
  readonly element: ReactNode;
}

export interface TriageOptions {
  readonly deeds: readonly Deed[];
  /** After something was done about findings: a selection is over. */
  readonly onDone?: () => void;
}

/** What is asked, decided and taken back about findings; the same beside a list and beside an order. */
export function useTriage({ deeds, onDone }: TriageOptions): Triage {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const decide = useDecide();
  const undo = useUndo();
  const close = () => setAsked(null);
  const run = (targets: readonly Target[], decision: Decision) =>
    decide.mutate(
      { targets, decision },
      {
        onSuccess: ({ act }) => {
          close();
          setDone({ kind: decision.kind, count: targets.length, act });
          onDone?.();
        },
      },
    );
  const ask = (deed: Deed | "menu", targets: readonly Target[]) => {
    decide.reset();
    undo.reset();
    setDone(null);
    const kind = AT_ONCE[deed];
    setAsked(kind === undefined ? { deed, targets } : null);
    if (kind !== undefined) run(targets, { kind });
  };
  const said = (text: string) => (text === "" ? {} : { text });
  const form = { count: asked?.targets.length ?? 0, busy: decide.isPending, error: decide.error, onClose: close };
  const takeBack = (act: string) => undo.mutate(act, { onSuccess: () => setDone({ kind: "undone" }) });
  const failed = asked === null ? (decide.error ?? undo.error) : null;
  const element = (
    <>
      {asked?.deed === "menu" && (
        <ActMenu count={form.count} deeds={deeds} onChoose={(deed) => ask(deed, asked.targets)} onClose={close} />
      )}
      {asked?.deed === "dismiss" && (
        <DismissDialog
          {...form}
          onDismiss={(reason, text) => run(asked.targets, { kind: "dismissed", reason, ...said(text) })}
        />
      )}
      {asked?.deed === "watch" && (
        <WatchDialog
          {...form}
          onWatch={(until, text) => run(asked.targets, { kind: "watched", until, ...said(text) })}
        />
      )}
      {asked?.deed === "case" && (
        <CaseDialog
          targets={asked.targets}
          onClose={close}
          onDone={(into) => {
            close();
            setDone({ kind: "case", count: asked.targets.length, into });
            onDone?.();
          }}
        />
      )}
      {failed !== null && <ErrorState error={failed} safe={t("triage.safe")} />}
      {done?.kind === "undone" && (
        <DoneToast text={t("triage.done.undone")} busy={false} onClose={() => setDone(null)} />
      )}
      {done !== null && done.kind !== "undone" && done.kind !== "case" && (
        <DoneToast
          text={t(`triage.done.${done.kind}`, { count: done.count })}
          busy={undo.isPending}
          onUndo={() => takeBack(done.act)}
          onClose={() => setDone(null)}
        />
      )}
      {done?.kind === "case" && (
        <DoneToast
          text={t("triage.done.case", { count: done.count, number: done.into.number })}
          busy={false}
          link={
            <Link to="/cases/$id" params={{ id: done.into.id }}>
              {t("triage.done.toCase")}
            </Link>
          }
          onClose={() => setDone(null)}
        />
      )}
    </>
  );
  return { ask, element };
}
