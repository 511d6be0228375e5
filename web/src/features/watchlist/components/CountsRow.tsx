import type { FindingFacets } from "@tianyan/api";
import { type Instant, instant } from "@tianyan/core";
import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { formatDate, formatInstant } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import type { WatchlistSearch } from "../lib/search";
import { SavedViews } from "./SavedViews";
import styles from "./watchlist.module.css";

export interface CountsRowProps {
  readonly facets: FindingFacets | undefined;
  readonly search: WatchlistSearch;
  readonly at: Instant;
  readonly onSearch: (next: WatchlistSearch, replace: boolean) => void;
  /** How the list is shaped, or what can be done with what is chosen. */
  readonly children?: ReactNode;
}

/** "New today 12 · turning red this week 7": each figure opens what it counts. */
export function CountsRow({ facets, search, at, onSearch, children }: CountsRowProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const mayDecide = useMay("findings.decide");
  const visit = facets?.new_since_visit ?? null;
  const today = facets ? formatDate(instant(Date.parse(facets.new_since_yesterday.from))) : formatDate(at);
  const newOnly = search.from === today && search.to === undefined;
  const turningOnly = search.turning === "week";
  return (
    <div className={styles.counts}>
      <h1 id="watchlist-title">{t("watchlist.title")}</h1>
      <button
        type="button"
        className={styles.count}
        aria-pressed={newOnly}
        data-testid="count-new"
        onClick={() => onSearch({ ...search, from: newOnly ? undefined : today, to: undefined }, false)}
      >
        <Trans
          i18nKey="watchlist.newToday"
          values={{ n: facets ? number(facets.new_since_yesterday.count) : "–" }}
          components={{ b: <b /> }}
        />
      </button>
      <button
        type="button"
        className={styles.count}
        aria-pressed={turningOnly}
        data-testid="count-turning"
        onClick={() => onSearch({ ...search, turning: turningOnly ? undefined : "week" }, false)}
      >
        <Trans
          i18nKey="watchlist.turningRed"
          values={{ n: facets ? number(facets.turn_red_this_week.count) : "–" }}
          components={{ b: <b /> }}
        />
      </button>
      {visit && (
        <button
          type="button"
          className={styles.count}
          aria-pressed={search.since !== undefined}
          title={t("triage.visitedAt", { at: formatInstant(instant(Date.parse(visit.from))) })}
          data-testid="count-visit"
          onClick={() => onSearch({ ...search, since: search.since === undefined ? visit.from : undefined }, false)}
        >
          <Trans i18nKey="triage.sinceVisit" values={{ n: number(visit.count) }} components={{ b: <b /> }} />
        </button>
      )}
      {mayDecide && (
        <button
          type="button"
          className={styles.count}
          aria-pressed={search.mine === "yes"}
          data-testid="count-mine"
          onClick={() => onSearch({ ...search, mine: search.mine === "yes" ? undefined : "yes" }, false)}
        >
          <Trans i18nKey="triage.mine" values={{ n: facets ? number(facets.mine) : "–" }} components={{ b: <b /> }} />
        </button>
      )}
      <SavedViews search={search} onSearch={onSearch} />
      {children}
    </div>
  );
}
