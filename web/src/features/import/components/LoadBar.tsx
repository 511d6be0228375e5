import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RecognitionResult } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../../components/Confirm";
import { ErrorState } from "../../../components/PageState";
import { useNumber } from "../../../i18n/use-number";
import { saveProfile, startImport } from "../api/start";
import { openQuestions, totalsOf } from "../lib/answers";
import type { Draft } from "../lib/kept";
import { stillMissing } from "../lib/still-missing";
import styles from "./import.module.css";
import { TargetSource } from "./TargetSource";

export interface LoadBarProps {
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onDraft: (part: Partial<Draft>) => void;
  readonly onDiscard: () => void;
  readonly onStarted: (id: string) => void;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The end of the page: where it goes, whether to remember how, and the button before which nothing counts. */
export function LoadBar({ recognition, draft, busy, onDraft, onDiscard, onStarted }: LoadBarProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"load" | "discard" | null>(null);
  const [units, setUnits] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const source = (draft.source ?? textOf(recognition.profile.source)).trim();
  const name = (draft.name ?? (textOf(recognition.profile.name) || source)).trim();
  const order = { recognition, source, name, tables: draft.tables };
  const save = useMutation({ mutationFn: () => saveProfile(order) });
  const start = useMutation({
    mutationFn: () => startImport({ ...order, units: draft.units, onUnits: (done, all) => setUnits({ done, all }) }),
    onSuccess: ({ id }) => {
      // A small load is over before anybody asks how far it is.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "recognition" });
      onStarted(id);
    },
  });
  const totals = totalsOf(recognition);
  const open = openQuestions(recognition, draft);
  const missing = stillMissing(recognition, draft.answers);
  const dirty = JSON.stringify(draft.answers) !== JSON.stringify(draft.applied);
  const toAnswer = open.filter(({ code }) => code !== "missing_column" || !dirty).length;
  const blocked = toAnswer > 0 || missing || totals.accepted === 0 || source === "" || dirty;
  const said = dirty
    ? t("import.applyNote")
    : toAnswer > 0
      ? t("import.loadBlocked", { count: toAnswer })
      : totals.accepted === 0
        ? t("import.loadNothing")
        : "";
  return (
    <>
      <TargetSource source={source} name={name} recognition={recognition} onDraft={onDraft}>
        <Button
          variant="default"
          loading={save.isPending}
          disabled={dirty || open.length > 0 || source === ""}
          title={t("import.saveProfileHint")}
          data-testid="save-profile"
          onClick={() => save.mutate()}
        >
          {t("import.saveProfile")}
        </Button>
        {save.isSuccess && <span role="status">{t("import.saved", { name: save.data.name || save.data.source })}</span>}
      </TargetSource>
      {save.isError && <ErrorState error={save.error} safe={t("import.safe")} />}
      <div className={styles.loadBar}>
        <span role="status">{said}</span>
        <Button variant="default" onClick={() => setAsking("discard")}>
          {t("import.discard")}
        </Button>
        {dirty ? (
          <Button
            loading={busy}
            disabled={missing}
            data-testid="apply"
            onClick={() => onDraft({ applied: draft.answers })}
          >
            {t("import.apply")}
          </Button>
        ) : (
          <Button disabled={blocked || busy} data-testid="load" onClick={() => setAsking("load")}>
            {t("import.load")}
          </Button>
        )}
      </div>
      <Confirm
        opened={asking === "load"}
        title={t("import.load")}
        act={t("import.load")}
        busy={start.isPending}
        error={start.error}
        onAct={() => start.mutate()}
        onClose={() => {
          if (!start.isPending) setAsking(null);
        }}
      >
        <p>
          {totals.whole
            ? t("import.loadText", { accepted: number(totals.accepted), source: name || source })
            : t("import.loadTextPart", { rows: number(totals.rows), source: name || source })}
        </p>
        {totals.rejected > 0 && (
          <p>
            {t(totals.whole ? "import.loadRejects" : "import.loadRejectsPart", { rejected: number(totals.rejected) })}
          </p>
        )}
        {Object.keys(draft.units).length > 0 && (
          <p>{t("import.loadUnits", { count: Object.keys(draft.units).length })}</p>
        )}
        {start.isPending && units && <p role="status">{t("import.unitsGoing", units)}</p>}
      </Confirm>
      <Confirm
        opened={asking === "discard"}
        title={t("import.discardTitle")}
        act={t("import.discard")}
        onAct={onDiscard}
        onClose={() => setAsking(null)}
      >
        <p>{t("import.discardText")}</p>
      </Confirm>
    </>
  );
}
