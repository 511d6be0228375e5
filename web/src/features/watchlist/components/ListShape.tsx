import { useTranslation } from "react-i18next";
import { Switcher } from "../../../components/Switcher";
import { useMay } from "../../../lib/use-meta";
import type { WatchlistSearch } from "../lib/search";
import styles from "./watchlist.module.css";

export interface ListShapeProps {
  readonly search: WatchlistSearch;
  readonly onSearch: (next: WatchlistSearch, replace: boolean) => void;
}

/** Whether findings of an order fold together, and by what the list is in order; a unit's contact is told no priority. */
export function ListShape({ search, onSearch }: ListShapeProps) {
  const { t } = useTranslation();
  const prioritised = useMay("decisions.read");
  return (
    <span className={styles.shape}>
      <Switcher
        label={t("triage.fold")}
        value={search.fold}
        options={[
          { value: undefined, label: t("triage.foldNone") },
          { value: "order", label: t("triage.foldOrder") },
        ]}
        onChange={(fold) => onSearch({ ...search, fold }, false)}
      />
      {prioritised && (
        <Switcher
          label={t("triage.sort")}
          value={search.sort}
          options={[
            { value: undefined, label: t("triage.byLevel") },
            { value: "priority", label: t("triage.byPriority") },
          ]}
          onChange={(sort) => onSearch({ ...search, sort }, false)}
        />
      )}
    </span>
  );
}
