import { Button } from "@mantine/core";
import { type CaseDeadlines as Deadlines, type StageDays, TIMED_STAGES } from "@tianyan/api";
import { CASE_STAGE_TEXTS } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useDeadlines, useSetDeadlines } from "../api/deadlines";
import styles from "./deadlines.module.css";

/** How long a case may take in each stage. */
export function CaseDeadlines() {
  const { t } = useTranslation();
  const answer = useDeadlines();
  const at = instantOrNull(answer.data?.changed_at ?? null);
  const author = answer.data?.author ?? null;
  return (
    <Page
      title={t("deadlines.title")}
      aside={at !== null && author !== null && t("deadlines.said", { author, time: formatInstant(at) })}
    >
      <p className={styles.note}>{t("deadlines.note")}</p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={6} />}
      {answer.data && <DeadlinesForm key={JSON.stringify(answer.data.days)} deadlines={answer.data} />}
    </Page>
  );
}

function DeadlinesForm({ deadlines: { days, usual } }: { readonly deadlines: Deadlines }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const save = useSetDeadlines();
  const [draft, setDraft] = useState<Record<keyof StageDays, string>>(
    () =>
      Object.fromEntries(TIMED_STAGES.map((stage) => [stage, String(days[stage])])) as Record<keyof StageDays, string>,
  );
  const given = Object.fromEntries(TIMED_STAGES.map((stage) => [stage, Number(draft[stage])])) as StageDays;
  const whole = TIMED_STAGES.every(
    (stage) => /^\d{1,3}$/.test(draft[stage]) && given[stage] >= 1 && given[stage] <= 250,
  );
  const changed = TIMED_STAGES.some((stage) => given[stage] !== days[stage]);
  return (
    <form
      className={styles.form}
      data-testid="deadlines"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && changed) save.mutate(given);
      }}
    >
      {TIMED_STAGES.map((stage) => (
        <label key={stage}>
          <span>{CASE_STAGE_TEXTS[stage][language]}</span>
          <input
            type="number"
            min={1}
            max={250}
            value={draft[stage]}
            onChange={(event) => setDraft({ ...draft, [stage]: event.currentTarget.value })}
          />
          <small>{t("deadlines.usual", { n: usual[stage] })}</small>
        </label>
      ))}
      {save.isError && <ErrorState error={save.error} />}
      <div>
        <Button type="submit" disabled={!whole || !changed} loading={save.isPending}>
          {t("act.save")}
        </Button>
      </div>
    </form>
  );
}
