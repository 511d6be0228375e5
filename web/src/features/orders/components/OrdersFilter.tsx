import { readCondition } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { FacetFilter } from "../../../components/FacetFilter";
import { FilterText } from "../../../components/FilterText";
import { PeriodFilter } from "../../../components/PeriodFilter";
import { OwnConditions } from "../../../components/query/OwnConditions";
import { Switcher } from "../../../components/Switcher";
import { useQueryChoices } from "../../../lib/query/use-choices";
import { isFiltered, type OrdersSearch } from "../lib/search";
import { DeedChip } from "./DeedChip";
import styles from "./orders.module.css";

export interface OrdersFilterProps {
  readonly search: OrdersSearch;
  readonly onSearch: (next: OrdersSearch, replace: boolean) => void;
}

const FACETS = ["unit", "district", "category", "source"] as const;

export function OrdersFilter({ search, onSearch }: OrdersFilterProps) {
  const { t } = useTranslation();
  const options = useQueryChoices();
  const change = (part: Partial<OrdersSearch>, replace = false) => onSearch({ ...search, ...part }, replace);
  return (
    <>
      <DeedChip search={search} onSearch={onSearch} />
      <FilterText
        label={t("watchlist.find")}
        value={search.q ?? ""}
        onChange={(q) => change({ q: q === "" ? undefined : q }, true)}
      />
      <Switcher
        label={t("filter.state")}
        value={search.state}
        options={[
          { value: undefined, label: t("orders.anyState") },
          { value: "open", label: t("orders.open") },
          { value: "done", label: t("orders.done") },
        ]}
        onChange={(state) => change({ state })}
      />
      {FACETS.map((name) => (
        <FacetFilter
          key={name}
          name={name}
          label={t(`filter.${name}`)}
          options={options[name]}
          chosen={search[name] ?? []}
          onChange={(chosen) => change({ [name]: chosen.length > 0 ? chosen : undefined })}
        />
      ))}
      <OwnConditions
        condition={readCondition(search.own)}
        counted="orders"
        onChange={(condition) => change({ own: condition === null ? undefined : JSON.stringify(condition) })}
      />
      <PeriodFilter from={search.from} to={search.to} onChange={(period) => change(period)} />
      {isFiltered(search) && (
        <button type="button" className={styles.textButton} onClick={() => onSearch({} as OrdersSearch, false)}>
          {t("filter.clear")}
        </button>
      )}
    </>
  );
}
