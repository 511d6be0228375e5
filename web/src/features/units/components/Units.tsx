import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useNumber } from "../../../i18n/use-number";
import { useAsOf } from "../../../lib/use-as-of";
import { useUnits } from "../api/units";
import type { UnitsSearch } from "../lib/search";
import { findUnits } from "../lib/tree";
import { UnitsTable } from "./UnitsTable";

export interface UnitsProps {
  readonly search: UnitsSearch;
  readonly onSearch: (next: UnitsSearch) => void;
}

export function Units({ search, onSearch }: UnitsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const { asked } = useAsOf();
  const answer = useUnits(asked);
  const units = answer.data?.units ?? [];
  const lines = findUnits(units, search.q ?? "");
  return (
    <Page
      title={t("units.title")}
      aside={answer.data && t("units.total", { n: number(units.length) })}
      bar={
        <FilterText
          label={t("units.find")}
          value={search.q ?? ""}
          onChange={(q) => onSearch({ q: q === "" ? undefined : q })}
        />
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={16} />}
      {answer.data && units.length === 0 && <EmptyState title={t("units.none")}>{t("units.noneText")}</EmptyState>}
      {units.length > 0 && lines.length === 0 && <EmptyState title={t("units.noneFound")}>{search.q}</EmptyState>}
      {lines.length > 0 && <UnitsTable lines={lines} />}
    </Page>
  );
}
