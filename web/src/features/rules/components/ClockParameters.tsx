import type { ParametersDocument } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useWords } from "../../../i18n/use-words";
import styles from "./rules.module.css";

const NAMED = ["default", "consult", "complex", "urgent", "emergency", "rework"] as const;
const isNamed = (word: string): word is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(word);

/** Time allowed by kind of order, and office hours. */
export function ClockParameters({ parameters }: { readonly parameters: ParametersDocument }) {
  const { t } = useTranslation();
  const words = useWords();
  const allowed = Object.entries(parameters.sla).flatMap(([word, time]) =>
    typeof time === "string"
      ? [`${isNamed(word) ? t(`rules.sla.${word}`) : words.orderType(word)} ${words.durationText(time)}`]
      : [],
  );
  return (
    <dl className={styles.clock}>
      <dt>{t("rules.time")}</dt>
      <dd>{allowed.join(t("list.semicolon"))}</dd>
      <dt>{t("rules.office")}</dt>
      <dd>{parameters.office_hours.join(t("list.comma"))}</dd>
    </dl>
  );
}
