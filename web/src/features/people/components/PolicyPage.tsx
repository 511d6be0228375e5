import { Button } from "@mantine/core";
import { DEFAULT_POLICY, type Policy } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { useMay } from "../../../lib/use-meta";
import { usePolicy, useWritePolicy } from "../api/people";
import styles from "./people.module.css";

const NAMES = Object.keys(DEFAULT_POLICY) as readonly (keyof Policy)[];

/** Rules of signing in; beside each the value that 等保 level 3 asks for. */
export function PolicyPage() {
  const { t } = useTranslation();
  const answer = usePolicy();
  return (
    <Page title={t("people.policy.title")}>
      <p className={styles.note}>{t("people.policy.note")}</p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={12} />}
      {answer.data && <PolicyForm key={JSON.stringify(answer.data)} policy={answer.data} />}
    </Page>
  );
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  const mayWrite = useMay("policy.write");
  const write = useWritePolicy();
  const [draft, setDraft] = useState<Record<keyof Policy, string>>(
    () => Object.fromEntries(NAMES.map((name) => [name, String(policy[name])])) as Record<keyof Policy, string>,
  );
  const given = Object.fromEntries(NAMES.map((name) => [name, Number(draft[name])])) as Policy;
  const whole = NAMES.every((name) => /^\d+$/.test(draft[name]));
  const changed = NAMES.some((name) => given[name] !== policy[name]);
  return (
    <form
      className={styles.policy}
      data-testid="policy"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && changed) write.mutate(given);
      }}
    >
      {NAMES.map((name) => (
        <label key={name}>
          <span>{t(`people.policy.${name}`)}</span>
          <input
            type="number"
            min={0}
            value={draft[name]}
            disabled={!mayWrite}
            onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
          />
          <small>{t("people.policy.usual", { n: DEFAULT_POLICY[name] })}</small>
        </label>
      ))}
      {write.isError && <ErrorState error={write.error} />}
      {mayWrite && (
        <div>
          <Button type="submit" disabled={!whole || !changed} loading={write.isPending}>
            {t("act.save")}
          </Button>
        </div>
      )}
    </form>
  );
}
