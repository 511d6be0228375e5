import { useMediaQuery } from "@mantine/hooks";
import type { FindingRow } from "@tianyan/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { type OrderKey, readOrderKey, writeOrderKey } from "../../../lib/order-key";
import { useAsOf } from "../../../lib/use-as-of";
import { useDemoLoad } from "../../../lib/use-meta";
import { useTitle } from "../../../lib/use-title";
import { useFacets } from "../api/facets";
import { useFindings } from "../api/findings";
import { useVisit } from "../api/visit";
import { isFiltered, toFilter, type WatchlistSearch, withoutFilters } from "../lib/search";
import { BulkBar } from "./BulkBar";
import { CountsRow } from "./CountsRow";
import { FilterBar } from "./FilterBar";
import { FindingList } from "./FindingList";
import { ListShape } from "./ListShape";
import { useFindingActs } from "./use-finding-acts";
import { useFolds } from "./use-folds";
import styles from "./watchlist.module.css";

export interface WatchlistProps {
  readonly search: WatchlistSearch;
  readonly onSearch: (next: WatchlistSearch, replace: boolean) => void;
  /** Where there is no room beside the list, an order opens on its own page. */
  readonly onOpenPage: (order: OrderKey) => void;
  readonly renderPane: (order: OrderKey, close: () => void) => ReactNode;
}

/** What is to be looked at, worst first, then newest; an order opens beside the list. */
export function Watchlist({ search, onSearch, onOpenPage, renderPane }: WatchlistProps) {
  const { t } = useTranslation();
  useTitle(t("watchlist.title"));
  useVisit();
  const { at, asked } = useAsOf();
  const wide = useMediaQuery("(min-width: 68em)", true, { getInitialValueInEffect: false });
  const filter = toFilter(search, asked, at);
  const sort = search.sort ?? "level";
  const findings = useFindings(filter, { sort, fold: search.fold });
  const triage = useFindingActs(asked);
  const facets = useFacets(filter);
  const named = readOrderKey(search.order);
  const opened = wide ? named : null;
  const compact = opened !== null || !wide;
  const close = () => onSearch({ ...search, order: undefined }, false);
  const open = (row: FindingRow) => {
    const order = { source: row.source, orderId: row.order_id };
    if (wide) onSearch({ ...search, order: writeOrderKey(order) }, opened !== null);
    else onOpenPage(order);
  };
  const loading = useDemoLoad() !== null;
  const heads = findings.data?.pages.flatMap((page) => page.items) ?? [];
  const first = findings.data?.pages[0];
  const total = first?.total;
  const folds = useFolds({ rows: heads, filter, sort, at: first?.at });
  const { rows } = folds;

  // A colleague's address may name an order where there is no room for two.
  if (!wide && named !== null) return renderPane(named, close);
  return (
    <div className={styles.screen} data-pane={opened !== null || undefined}>
      <section className={styles.list} aria-labelledby="watchlist-title" aria-busy={findings.isPlaceholderData}>
        <CountsRow facets={facets.data} search={search} at={at} onSearch={onSearch}>
          {triage && triage.chosen(rows).length > 0 ? (
            <BulkBar
              count={triage.chosen(rows).length}
              loaded={rows.length}
              deeds={triage.deeds}
              onDeed={(deed) => triage.act(deed, triage.chosen(rows))}
              onAll={() => triage.chooseAll(rows)}
              onNone={triage.chooseNone}
            />
          ) : (
            !compact && <ListShape search={search} onSearch={onSearch} />
          )}
        </CountsRow>
        <FilterBar facets={facets.data} search={search} total={total} compact={compact} onSearch={onSearch} />
        {triage?.element}
        {findings.isError && <ErrorState error={findings.error} onRetry={() => void findings.refetch()} />}
        {(findings.isPending || (loading && rows.length === 0)) && <Bones rows={18} />}
        {findings.data && rows.length === 0 && !loading && (
          <EmptyState title={isFiltered(search) ? t("watchlist.noneFiltered") : t("watchlist.none")}>
            <p>{isFiltered(search) ? t("watchlist.noneFilteredText") : t("watchlist.noneText")}</p>
            {isFiltered(search) && (
              <button
                type="button"
                className={styles.textButton}
                onClick={() => onSearch(withoutFilters(search), false)}
              >
                {t("filter.clear")}
              </button>
            )}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <FindingList
            rows={rows}
            folds={folds}
            total={(total ?? heads.length) + folds.behind.size}
            at={at}
            compact={compact}
            opened={opened}
            onOpen={open}
            onClose={close}
            hasMore={findings.hasNextPage}
            loadingMore={findings.isFetchingNextPage}
            onMore={() => void findings.fetchNextPage()}
            acts={triage?.acts ?? null}
          />
        )}
      </section>
      {opened !== null && (
        <section className={styles.pane} aria-label={t("watchlist.pane")} data-testid="order-pane">
          {renderPane(opened, close)}
        </section>
      )}
    </div>
  );
}
