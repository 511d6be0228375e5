import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { useRules } from "../../../lib/rules";
import { ClockParameters } from "./ClockParameters";
import { RuleRow } from "./RuleRow";
import styles from "./rules.module.css";

/** Every rule: what it says, by which parameters, on which records, and where it cannot be measured. */
export function Rules() {
  const { t } = useTranslation();
  const answer = useRules();
  return (
    <Page
      title={t("rules.title")}
      aside={answer.data && t("rules.note", { version: answer.data.version })}
      bar={answer.data && <ClockParameters parameters={answer.data.parameters} />}
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={16} />}
      {answer.data &&
        (["occurrence", "condition"] as const).map((type) => (
          <section key={type} className={styles.group} aria-labelledby={`rules-${type}`}>
            <h2 id={`rules-${type}`}>{t(`rules.${type}`)}</h2>
            {answer.data.rules
              .filter((rule) => rule.type === type)
              .map((rule) => (
                <RuleRow key={rule.rule} rule={rule} parameters={answer.data.parameters} />
              ))}
          </section>
        ))}
    </Page>
  );
}
