import type { Range } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { Choice } from "../Choice";
import styles from "./query.module.css";

const HOW = ["any", "least", "most", "exact"] as const;
type How = (typeof HOW)[number];

const howOf = ({ at_least, at_most }: Range): How => {
  if (at_least !== undefined && at_most !== undefined) return "exact";
  if (at_least !== undefined) return "least";
  return at_most === undefined ? "any" : "most";
};

const rangeOf = (how: How, count: number): Range => ({
  ...(how === "least" || how === "exact" ? { at_least: count } : {}),
  ...(how === "most" || how === "exact" ? { at_most: count } : {}),
});

export interface RangeFieldProps {
  readonly label: string;
  readonly range: Range;
  readonly unit: string;
  /** It may be left open. */
  readonly optional?: boolean;
  readonly onChange: (range: Range) => void;
}

/** At least, at most or exactly so many. */
export function RangeField({ label, range, unit, optional = false, onChange }: RangeFieldProps) {
  const { t } = useTranslation();
  const how = howOf(range);
  const count = range.at_least ?? range.at_most ?? 1;
  return (
    <span className={styles.range}>
      <Choice
        label={label}
        value={how}
        options={HOW.filter((one) => optional || one !== "any").map((one) => ({
          value: one,
          label: one === "any" ? label : t(`query.range.${one}`, { label }),
        }))}
        onChange={(next) => onChange(rangeOf(next, count))}
      />
      {how !== "any" && (
        <>
          <CountField label={label} value={count} onChange={(next) => onChange(rangeOf(how, next))} />
          <span>{unit}</span>
        </>
      )}
    </span>
  );
}

export interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export const CountField = ({ label, value, onChange }: CountFieldProps) => (
  <input
    type="number"
    className={styles.number}
    aria-label={label}
    min={0}
    max={500}
    value={value}
    onChange={(event) => onChange(Math.max(0, Math.min(500, Math.trunc(event.currentTarget.valueAsNumber || 0))))}
  />
);
