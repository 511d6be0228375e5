import { CHOICE_TEXTS, LEVELS, type Leaf, OUTCOMES, RULES, TRIAGE_STATUSES } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import type { QueryChoices } from "../../lib/query/use-choices";
import { ruleName } from "../../lib/rule-name";
import { Choice } from "../Choice";
import { FacetFilter } from "../FacetFilter";
import { InstantsField } from "./InstantsField";
import { RangeField } from "./RangeField";

type FindingLeaf = Extract<Leaf, { readonly is: "finding" }>;

export interface FindingFieldsProps {
  readonly leaf: FindingLeaf;
  readonly choices: QueryChoices;
  readonly onChange: (leaf: FindingLeaf) => void;
}

const FOUND = [...OUTCOMES, "none"] as const;

/** Findings of the order: which, how far, where they stand, how many. */
export function FindingFields({ leaf, choices, onChange }: FindingFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { finding, at_least, at_most } = leaf;
  const change = (part: Partial<FindingLeaf["finding"]>) => onChange({ ...leaf, finding: { ...finding, ...part } });
  const options = <T extends string>(
    values: readonly T[],
    texts: Readonly<Record<T, Readonly<Record<"zh" | "en", string>>>>,
  ) => values.map((value) => ({ value, label: texts[value][language] }));
  return (
    <>
      <Choice
        label={t("query.view.label")}
        value={finding.view}
        options={[
          { value: "watchlist", label: t("query.view.watchlist") },
          { value: "all", label: t("query.view.all") },
        ]}
        onChange={(view) => change({ view })}
      />
      <FacetFilter
        name="query-rule"
        label={t("filter.rule")}
        options={RULES.map((value) => ({ value, label: ruleName(value, language) }))}
        chosen={finding.rules}
        onChange={(chosen) => change({ rules: RULES.filter((one) => chosen.includes(one)) })}
      />
      <FacetFilter
        name="query-level"
        label={t("query.level")}
        options={options(LEVELS, CHOICE_TEXTS.level)}
        chosen={finding.levels}
        onChange={(chosen) => change({ levels: LEVELS.filter((one) => chosen.includes(one)) })}
      />
      <FacetFilter
        name="query-unit"
        label={t("filter.unit")}
        options={choices.unit}
        chosen={finding.units}
        onChange={(units) => change({ units })}
      />
      <FacetFilter
        name="query-status"
        label={t("triage.status.label")}
        options={options(TRIAGE_STATUSES, CHOICE_TEXTS.status)}
        chosen={finding.statuses}
        onChange={(chosen) => change({ statuses: TRIAGE_STATUSES.filter((one) => chosen.includes(one)) })}
      />
      <FacetFilter
        name="query-outcome"
        label={t("query.outcome")}
        options={options(FOUND, CHOICE_TEXTS.outcome)}
        chosen={finding.outcomes}
        onChange={(chosen) => change({ outcomes: FOUND.filter((one) => chosen.includes(one)) })}
      />
      <InstantsField from={finding.from} to={finding.to} onChange={({ from, to }) => change({ from, to })} />
      <RangeField
        label={t("query.findingCount")}
        range={{ at_least, at_most }}
        unit={t("query.items")}
        optional
        onChange={(range) => onChange({ is: "finding", finding, ...range })}
      />
    </>
  );
}
