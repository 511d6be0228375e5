import { DAY, instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { Switcher } from "../../../components/Switcher";
import { type Dates, monthOf } from "../../../lib/period";
import { formatDate } from "../../../lib/time";
import { useAsOf } from "../../../lib/use-as-of";
import type { OverviewSearch } from "../lib/search";

const NAMES = ["month", "lastMonth", "quarter", "year"] as const;
type Preset = (typeof NAMES)[number];

export interface PeriodPresetsProps {
  readonly search: OverviewSearch;
  readonly onSearch: (part: Partial<OverviewSearch>) => void;
}

/** The usual periods in one click; any other by dates. */
export function PeriodPresets({ search, onSearch }: PeriodPresetsProps) {
  const { t } = useTranslation();
  const { at } = useAsOf();
  const today = formatDate(at);
  const back = (days: number): Dates => ({ from: formatDate(instant(at - days * DAY)), to: today });
  const periods: Readonly<Record<Preset, Partial<Dates>>> = {
    month: {},
    lastMonth: monthOf(at, -1),
    quarter: back(89),
    year: { from: monthOf(at, -11).from, to: monthOf(at).to },
  };
  const chosen = NAMES.find((name) => periods[name].from === search.from && periods[name].to === search.to);
  return (
    <Switcher<Preset | undefined>
      label={t("overview.preset.label")}
      value={chosen}
      options={NAMES.map((name) => ({ value: name, label: t(`overview.preset.${name}`) }))}
      onChange={(name) => {
        const { from, to } = periods[name ?? "month"];
        onSearch({ from, to });
      }}
    />
  );
}
