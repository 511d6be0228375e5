import { Button, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CaseRow } from "@tianyan/api";
import { CASE_STAGE_TEXTS, CASE_STAGES, hasEnded } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { api } from "../../lib/api";
import { type Target, useTriageTouched } from "../../lib/triage/decide";
import form from "../change-dialog.module.css";
import { FilterText } from "../FilterText";
import { ErrorState } from "../PageState";
import styles from "./triage.module.css";

/** The case that findings were put into. */
export interface IntoCase {
  readonly id: string;
  readonly number: string;
}

export interface CaseDialogProps {
  readonly targets: readonly Target[];
  readonly onDone: (into: IntoCase) => void;
  readonly onClose: () => void;
}

const OPEN_STAGES = CASE_STAGES.filter((stage) => !hasEnded(stage));

/** Opens a case from findings, or adds them to one that is open; orders and units follow from them. */
export function CaseDialog({ targets, onDone, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const touched = useTriageTouched();
  const [into, setInto] = useState<CaseRow | null>(null);
  const [title, setTitle] = useState(targets[0]?.title ?? "");
  const [q, setQ] = useState("");
  const open = useQuery({
    queryKey: ["cases", "open", q],
    queryFn: ({ signal }) => api.cases({ stage: OPEN_STAGES, q: q === "" ? undefined : q, limit: 50 }, { signal }),
  });
  const findings = targets.map(({ source, order_id, key }) => ({ source, order_id, key }));
  const put = useMutation({
    mutationFn: () =>
      into === null
        ? api.openCase({ title: title.trim(), findings })
        : api.addCaseFindings(into.id, { version: into.version, findings }),
    onSuccess: async ({ id, number }) => {
      await Promise.all([touched(), client.invalidateQueries({ queryKey: ["cases"] })]);
      onDone({ id, number });
    },
    onError: () => void client.invalidateQueries({ queryKey: ["cases", "open"] }),
  });
  const ready = into !== null || title.trim() !== "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("triage.case.title", { count: targets.length })}
      size="lg"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <form
        className={form.form}
        data-testid="into-case"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !put.isPending) put.mutate();
        }}
      >
        <label>
          {t("triage.case.name")}
          <input
            value={title}
            maxLength={200}
            disabled={into !== null}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <fieldset>
          <legend className={styles.legend}>{t("triage.case.which")}</legend>
          <div className={styles.cases}>
            <label>
              <input type="radio" name="case" checked={into === null} onChange={() => setInto(null)} />
              {t("triage.case.fresh")}
            </label>
            {open.data?.items.map((one) => (
              <label key={one.id}>
                <input
                  type="radio"
                  name="case"
                  checked={into?.id === one.id}
                  onChange={() => setInto(one)}
                  data-testid="case-choice"
                />
                <span>
                  {one.number} {one.title} <small>{CASE_STAGE_TEXTS[one.stage][language]}</small>
                </span>
              </label>
            ))}
          </div>
          {(q !== "" || (open.data?.total ?? 0) > 8) && (
            <FilterText label={t("triage.case.find")} value={q} onChange={setQ} />
          )}
          {open.isError && <ErrorState error={open.error} onRetry={() => void open.refetch()} />}
        </fieldset>
        {put.isError && <ErrorState error={put.error} safe={t("triage.safe")} />}
        <div className={form.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={put.isPending} data-testid="into-case-act">
            {t(into === null ? "triage.case.open" : "triage.case.add")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
