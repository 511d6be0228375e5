import type { SourceItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useWords } from "../../../i18n/use-words";
import { useRules } from "../../../lib/rules";
import styles from "./sources.module.css";

/** Rules that the source cannot be judged by, each with the records it lacks. */
export function Unmeasurable({ source }: { readonly source: SourceItem }) {
  const { t } = useTranslation();
  const words = useWords();
  const rules = useRules().data?.rules ?? [];
  if (source.not_measurable.length === 0) return <>{t("sources.allMeasurable")}</>;
  const lacks = (id: SourceItem["not_measurable"][number]) =>
    (rules.find(({ rule }) => rule === id)?.sources.find((one) => one.source === source.code)?.missing ?? [])
      .map((group) => group.map(words.kind).join(t("rules.or")))
      .join(t("list.comma"));
  return (
    <>
      <ul className={styles.unmeasurable}>
        {source.not_measurable.map((id) => (
          <li key={id}>
            {words.rule(id)}
            {lacks(id) !== "" && <small>{t("sources.lacks", { kinds: lacks(id) })}</small>}
          </li>
        ))}
      </ul>
      <small>{t("sources.unmeasurableNote")}</small>
    </>
  );
}
