import type { FindingFacets } from "@tianyan/api";
import { type Instant, instant } from "@tianyan/core";
import { Trans, useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { formatDate } from "../../../lib/time";
import type { WatchlistSearch } from "../lib/search";
import styles from "./watchlist.module.css";

export interface CountsRowProps {
  readonly facets: FindingFacets | undefined;
  readonly search: WatchlistSearch;
  readonly at: Instant;
  readonly onSearch: (next: WatchlistSearch, replace: boolean) => void;
}

/** "New today 12 · turning red this week 7": each figure opens what it counts. */
export function CountsRow({ facets, search, at, onSearch }: CountsRowProps) {
  const { t } = useTranslation();
  const number = useNumber();
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
    </div>
  );
}
