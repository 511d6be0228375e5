import { CHOICE_TEXTS, COUNTED, COUNTED_TEXTS, type Leaf, SURVEY_RESULTS, URGENCIES } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { emptyLeaf, kindOf, type RowKind } from "../../lib/query/draft";
import type { QueryChoices } from "../../lib/query/use-choices";
import { Choice } from "../Choice";
import { FacetFilter } from "../FacetFilter";
import { FindingFields } from "./FindingFields";
import { InstantsField } from "./InstantsField";
import { LegFields } from "./LegFields";
import styles from "./query.module.css";
import { CountField, RangeField } from "./RangeField";

export interface LeafEditorProps {
  readonly leaf: Leaf;
  readonly choices: QueryChoices;
  readonly onChange: (leaf: Leaf) => void;
}

const PLAIN = [
  "state",
  "age",
  "accepted",
  "due",
  "overdue",
  "category",
  "district",
  "source",
  "urgency",
  "rating",
  "text",
] as const;
const KINDS: readonly RowKind[] = [...PLAIN, ...COUNTED.map((what): RowKind => `count:${what}`), "leg", "finding"];

/** One row: what is asked about, and what is asked of it. */
export function LeafEditor({ leaf, choices, onChange }: LeafEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = (kind: RowKind): string => {
    const what = COUNTED.find((one) => kind === `count:${one}`);
    if (what) return COUNTED_TEXTS[what][language];
    return t(`query.kinds.${kind as Exclude<RowKind, `count:${string}`>}`);
  };
  return (
    <div className={styles.leaf}>
      <Choice
        label={t("query.kind")}
        value={kindOf(leaf)}
        options={KINDS.map((kind) => ({ value: kind, label: label(kind) }))}
        testId="query-kind"
        onChange={(kind) => onChange(emptyLeaf(kind))}
      />
      <Asked leaf={leaf} label={label(kindOf(leaf))} choices={choices} onChange={onChange} />
    </div>
  );
}

function Asked({ leaf, label, choices, onChange }: LeafEditorProps & { readonly label: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (leaf.is) {
    case "source":
    case "district":
    case "category":
      return (
        <FacetFilter
          name={`query-${leaf.is}`}
          label={t("query.choose")}
          options={choices[leaf.is]}
          chosen={leaf.in}
          onChange={(chosen) => onChange({ ...leaf, in: chosen })}
        />
      );
    case "urgency":
      return (
        <FacetFilter
          name="query-urgency"
          label={t("query.choose")}
          options={URGENCIES.map((value) => ({ value, label: CHOICE_TEXTS.urgency[value][language] }))}
          chosen={leaf.in}
          onChange={(chosen) => onChange({ ...leaf, in: URGENCIES.filter((one) => chosen.includes(one)) })}
        />
      );
    case "rating":
      return (
        <FacetFilter
          name="query-rating"
          label={t("query.choose")}
          options={SURVEY_RESULTS.map((value) => ({ value, label: CHOICE_TEXTS.rating[value][language] }))}
          chosen={leaf.in}
          onChange={(chosen) => onChange({ ...leaf, in: SURVEY_RESULTS.filter((one) => chosen.includes(one)) })}
        />
      );
    case "state":
      return (
        <Choice
          label={label}
          value={leaf.state}
          options={[
            { value: "open", label: t("orders.open") },
            { value: "done", label: t("orders.done") },
          ]}
          onChange={(state) => onChange({ ...leaf, state })}
        />
      );
    case "accepted":
      return (
        <InstantsField from={leaf.from} to={leaf.to} onChange={(period) => onChange({ is: "accepted", ...period })} />
      );
    case "age":
      return (
        <RangeField
          label={label}
          range={leaf}
          unit={t("query.workingDays")}
          onChange={(range) => onChange({ is: "age", ...range })}
        />
      );
    case "due":
    case "overdue":
      return (
        <span className={styles.range}>
          <CountField label={label} value={leaf.days} onChange={(days) => onChange({ ...leaf, days })} />
          <span>{t(leaf.is === "due" ? "query.dueDays" : "query.overdueDays")}</span>
        </span>
      );
    case "count":
      return (
        <RangeField
          label={label}
          range={leaf}
          unit={t("query.times")}
          onChange={(range) => onChange({ is: "count", what: leaf.what, ...range })}
        />
      );
    case "text":
      return (
        <input
          className={styles.text}
          aria-label={label}
          value={leaf.has}
          maxLength={100}
          onChange={(event) => onChange({ ...leaf, has: event.currentTarget.value })}
        />
      );
    case "leg":
      return <LegFields leaf={leaf} choices={choices} onChange={onChange} />;
    case "finding":
      return <FindingFields leaf={leaf} choices={choices} onChange={onChange} />;
  }
}
