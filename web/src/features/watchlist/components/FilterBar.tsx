import { type FindingFacets, readCondition, TRIAGE_STATUSES } from "@tianyan/api";
import { isRuleId } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { FacetFilter, type FacetOption } from "../../../components/FacetFilter";
import { FilterText } from "../../../components/FilterText";
import { PeriodFilter } from "../../../components/PeriodFilter";
import { OwnConditions } from "../../../components/query/OwnConditions";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { ruleName } from "../../../lib/rule-name";
import { FACETS, type FacetName, isFiltered, type WatchlistSearch, withoutFilters } from "../lib/search";
import { LevelChips } from "./LevelChips";
import { ListShape } from "./ListShape";
import styles from "./watchlist.module.css";

export interface FilterBarProps {
  readonly facets: FindingFacets | undefined;
  readonly search: WatchlistSearch;
  readonly total: number | undefined;
  /** Little room: how the list is shaped stands here, else beside its figures. */
  readonly compact: boolean;
  readonly onSearch: (next: WatchlistSearch, replace: boolean) => void;
}

/** Level chips, the five facets, the period and the words; all of it lives in the address bar. */
export function FilterBar({ facets, search, total, compact, onSearch }: FilterBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const change = (part: Partial<WatchlistSearch>, replace = false) => onSearch({ ...search, ...part }, replace);
  const totalText = (n: number) =>
    search.fold === undefined
      ? t("watchlist.total", { n: number(n) })
      : t("watchlist.totalFolded", { count: n, orders: number(n), n: facets ? number(facets.total) : "–" });
  const some = <T,>(list: T[]) => (list.length > 0 ? list : undefined);
  const options = (name: FacetName): readonly FacetOption[] =>
    (facets?.[name] ?? []).map((facet) => {
      if (name === "rule")
        return { ...facet, label: isRuleId(facet.value) ? ruleName(facet.value, language) : facet.value };
      if (name === "category") return { ...facet, label: facet.value.replaceAll(">", " › ") };
      return { ...facet, label: "name" in facet && typeof facet.name === "string" ? facet.name : facet.value };
    });
  return (
    <div className={styles.filters}>
      <LevelChips counts={facets?.level} chosen={search.level} onChange={(level) => change({ level })} />
      <div className={styles.facets}>
        {FACETS.map((name) => (
          <FacetFilter
            key={name}
            name={name}
            label={t(`filter.${name}`)}
            options={options(name)}
            chosen={search[name] ?? []}
            onChange={(chosen) => change({ [name]: chosen.length > 0 ? chosen : undefined })}
          />
        ))}
        {facets && facets.status.length > 0 && (
          <FacetFilter
            name="status"
            label={t("triage.status.label")}
            options={facets.status.map((facet) => ({ ...facet, label: t(`triage.status.${facet.value}`) }))}
            chosen={search.status ?? []}
            onChange={(chosen) => change({ status: some(TRIAGE_STATUSES.filter((one) => chosen.includes(one))) })}
          />
        )}
        <OwnConditions
          condition={readCondition(search.own)}
          counted="findings"
          onChange={(condition) => change({ own: condition === null ? undefined : JSON.stringify(condition) })}
        />
        <PeriodFilter from={search.from} to={search.to} onChange={(period) => change(period)} />
        {compact && <ListShape search={search} onSearch={onSearch} />}
      </div>
      <div className={styles.find}>
        <FilterText
          label={t("watchlist.find")}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q === "" ? undefined : q }, true)}
        />
      </div>
      {search.view === "all" && (
        <button
          type="button"
          className={styles.textButton}
          title={t("behind.allHint")}
          onClick={() => change({ view: undefined, exempt: undefined })}
        >
          {t("behind.all")} ×
        </button>
      )}
      {search.exempt === "no" && (
        <button
          type="button"
          className={styles.textButton}
          title={t("behind.remove")}
          onClick={() => change({ exempt: undefined })}
        >
          {t("behind.noExempt")} ×
        </button>
      )}
      {isFiltered(search) && (
        <button type="button" className={styles.textButton} onClick={() => onSearch(withoutFilters(search), false)}>
          {t("filter.clear")}
        </button>
      )}
      <span className={styles.total} role="status" data-testid="total">
        {total === undefined ? "" : totalText(total)}
      </span>
    </div>
  );
}
