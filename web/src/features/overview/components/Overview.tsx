import { instant } from "@tianyan/core";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FacetFilter } from "../../../components/FacetFilter";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { PeriodFilter } from "../../../components/PeriodFilter";
import { useSources } from "../../../lib/sources";
import { formatInstant } from "../../../lib/time";
import { useAsOf } from "../../../lib/use-as-of";
import { useOverview } from "../api/overview";
import { createOpener, type Opens } from "../lib/opens";
import { type OverviewSearch, toQuery } from "../lib/search";
import styles from "./overview.module.css";
import { PeriodPresets } from "./PeriodPresets";
import { Sentences } from "./Sentences";

const Figures = lazy(() => import("./Figures").then((module) => ({ default: module.Figures })));

export interface OverviewProps {
  readonly search: OverviewSearch;
  readonly onSearch: (next: OverviewSearch) => void;
  readonly onOpen: (opens: Opens) => void;
}

/** What changed, who, between whom, where: sentences first, then four charts; every figure opens its list. */
export function Overview({ search, onSearch, onOpen }: OverviewProps) {
  const { t } = useTranslation();
  const { asked } = useAsOf();
  const sources = useSources().data?.sources ?? [];
  const answer = useOverview(toQuery(search, asked));
  const overview = answer.data;
  const change = (part: Partial<OverviewSearch>) => onSearch({ ...search, ...part });
  const chosen = search.source;
  const opener = useMemo(() => (overview ? createOpener(overview, chosen) : null), [overview, chosen]);
  const empty = overview && overview.findings.now + overview.accepted.now + overview.findings.before === 0;
  return (
    <Page
      title={t("overview.title")}
      aside={overview && t("overview.asOf", { at: formatInstant(instant(Date.parse(overview.at))) })}
      bar={
        <>
          <PeriodPresets search={search} onSearch={change} />
          <PeriodFilter from={search.from} to={search.to} onChange={change} />
          {sources.length > 1 && (
            <FacetFilter
              name="source"
              label={t("filter.source")}
              options={sources.map(({ code, name }) => ({ value: code, label: name }))}
              chosen={chosen ?? []}
              onChange={(source) => change({ source: source.length > 0 ? source : undefined })}
            />
          )}
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={14} />}
      {empty && <EmptyState title={t("overview.empty")}>{t("overview.emptyText")}</EmptyState>}
      {overview && opener && !empty && (
        <div className={styles.sheet} aria-busy={answer.isPlaceholderData}>
          <Sentences
            overview={overview}
            opener={opener}
            thisMonth={search.from === undefined && search.to === undefined}
          />
          <Suspense fallback={<Bones rows={14} />}>
            <Figures overview={overview} opener={opener} search={search} onSearch={change} onOpen={onOpen} />
          </Suspense>
        </div>
      )}
    </Page>
  );
}
