import { Link } from "@tanstack/react-router";
import type { ParametersDocument, RuleItem } from "@tianyan/api";
import { LEVELS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { usePercent } from "../../../i18n/use-percent";
import { useWords } from "../../../i18n/use-words";
import { useSourceName } from "../../../lib/sources";
import styles from "./rules.module.css";

export interface RuleRowProps {
  readonly rule: RuleItem;
  readonly parameters: ParametersDocument;
}

export function RuleRow({ rule, parameters }: RuleRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const sourceName = useSourceName();
  const number = useNumber();
  const percent = usePercent();
  const { verified } = rule;
  const set = parameters.rules[rule.rule];
  const step = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? t("why.noStep")
      : typeof value === "string"
        ? words.durationText(value)
        : String(value);
  const steps = LEVELS.map((level) => step(set?.[level])).join(" / ");
  const kinds = (group: RuleItem["needs"][number]) => group.map(words.kind).join(t("rules.or"));
  const needs = rule.needs.length === 0 ? t("rules.noNeeds") : rule.needs.map(kinds).join(t("rules.and"));
  const unmeasured = rule.sources.filter((source) => !source.measurable);
  const off = rule.sources.filter((source) => !source.enabled).map((source) => sourceName(source.source));
  return (
    <article className={styles.rule} data-testid="rule">
      <h3>
        {rule.name[language]}
        {set?.enabled === false && <small>{t("rules.off")}</small>}
        <Link to="/watchlist" search={{ rule: [rule.rule] }}>
          {t("rules.find")}
        </Link>
      </h3>
      <p>{rule.definition[language]}</p>
      <dl>
        <dt>{t("rules.steps")}</dt>
        <dd>
          {rule.type === "occurrence" ? t("rules.times", { steps }) : steps}
          {set?.within !== undefined && ` · ${t("rules.within", { within: words.durationText(set.within) })}`}
          {set?.hops &&
            ` · ${t("rules.hops", { yellow: step(set.hops.yellow), orange: step(set.hops.orange), red: step(set.hops.red) })}`}
        </dd>
        <dt>{t("rules.needs")}</dt>
        <dd>{needs}</dd>
        <dt>{t("rules.share")}</dt>
        <dd>
          {verified.share === null
            ? t("rules.shareNone")
            : t("rules.shareOf", {
                share: percent(verified.share),
                confirmed: number(verified.confirmed),
                dismissed: number(verified.dismissed),
              })}
        </dd>
        {unmeasured.length > 0 && (
          <>
            <dt>{t("rules.notMeasurable")}</dt>
            <dd>
              {unmeasured
                .map((source) =>
                  t("rules.missing", {
                    source: sourceName(source.source),
                    kinds: source.missing.map(kinds).join(t("list.comma")),
                  }),
                )
                .join(t("list.semicolon"))}
            </dd>
          </>
        )}
      </dl>
      {off.length > 0 && <p className={styles.off}>{t("rules.disabled", { sources: off.join(t("list.comma")) })}</p>}
    </article>
  );
}
