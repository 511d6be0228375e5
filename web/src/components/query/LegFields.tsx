import type { Leaf } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import type { QueryChoices } from "../../lib/query/use-choices";
import { Choice } from "../Choice";
import { FacetFilter } from "../FacetFilter";
import { RangeField } from "./RangeField";

type LegLeaf = Extract<Leaf, { readonly is: "leg" }>;

export interface LegFieldsProps {
  readonly leaf: LegLeaf;
  readonly choices: QueryChoices;
  readonly onChange: (leaf: LegLeaf) => void;
}

const HOLDING = ["any", "now", "past"] as const;

/** Stays of the order with units: whose, for how long, how many. */
export function LegFields({ leaf, choices, onChange }: LegFieldsProps) {
  const { t } = useTranslation();
  const { leg, at_least, at_most } = leaf;
  const { holding, held } = leg;
  const change = (part: Partial<LegLeaf["leg"]>) => onChange({ ...leaf, leg: { ...leg, ...part } });
  return (
    <>
      <FacetFilter
        name="query-unit"
        label={t("filter.unit")}
        options={choices.unit}
        chosen={leg.units}
        onChange={(units) => change({ units })}
      />
      <Choice
        label={t("query.holding.label")}
        value={holding === undefined ? "any" : holding ? "now" : "past"}
        options={HOLDING.map((value) => ({ value, label: t(`query.holding.${value}`) }))}
        onChange={(value) => change({ holding: value === "any" ? undefined : value === "now" })}
      />
      <RangeField
        label={t("query.held")}
        range={held ?? {}}
        unit={t("query.workingDays")}
        optional
        onChange={(range) =>
          change({ held: range.at_least === undefined && range.at_most === undefined ? undefined : range })
        }
      />
      <RangeField
        label={t("query.stays")}
        range={{ at_least, at_most }}
        unit={t("query.times")}
        optional
        onChange={(range) => onChange({ is: "leg", leg, ...range })}
      />
    </>
  );
}
