import { Checkbox, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumber } from "../i18n/use-number";
import styles from "./filter.module.css";
import { CaretIcon } from "./icons";

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** How many it would leave; not every list knows. */
  readonly count?: number;
}

export interface FacetFilterProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** More than this are found by typing. */
const SHOWN = 200;

/** Escape closes the choices, and not the form that they stand in. */
const KEEPS_ESCAPE = { "data-mantine-stop-propagation": "true" } as const;

/** A filter with the count of each choice; several choices mean "one of these". */
export function FacetFilter({ name, label, options, chosen, onChange }: FacetFilterProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const [opened, setOpened] = useState(false);
  const [find, setFind] = useState("");
  const known = new Set(options.map((option) => option.value));
  const all: FacetOption[] = [
    ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value })),
    ...options,
  ];
  const matching = all.filter((option) => option.label.toLowerCase().includes(find.trim().toLowerCase()));
  const first = all.find((option) => option.value === chosen[0])?.label;
  const said =
    chosen.length === 0
      ? label
      : chosen.length === 1
        ? t("filter.chosen", { label, value: first ?? "" })
        : `${label} · ${chosen.length}`;
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus onClose={() => setFind("")}>
      <Popover.Target>
        <button
          type="button"
          className={styles.filter}
          data-set={chosen.length > 0 || undefined}
          data-testid={`filter-${name}`}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          <span>{said}</span>
          <CaretIcon size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={label}>
        {all.length > 8 && (
          <TextInput
            mb={4}
            {...KEEPS_ESCAPE}
            value={find}
            aria-label={t("filter.find", { label })}
            placeholder={t("filter.find", { label })}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        )}
        <div className={styles.options}>
          {matching.slice(0, SHOWN).map((option) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is the control.
            <label key={option.value} className={styles.option}>
              <Checkbox
                {...KEEPS_ESCAPE}
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              <span>{option.label}</span>
              <small>{option.count === undefined ? "" : number(option.count)}</small>
            </label>
          ))}
          {matching.length === 0 && <p className={styles.none}>{t("filter.nothing")}</p>}
          {matching.length > SHOWN && (
            <p className={styles.none}>{t("filter.tooMany", { n: number(matching.length - SHOWN) })}</p>
          )}
        </div>
        {chosen.length > 0 && (
          <button type="button" {...KEEPS_ESCAPE} className={styles.clear} onClick={() => onChange([])}>
            {t("filter.clearOne")}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
