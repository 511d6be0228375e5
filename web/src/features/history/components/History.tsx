import { Button } from "@mantine/core";
import { IMPORT_STATES } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FacetFilter } from "../../../components/FacetFilter";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useSources } from "../../../lib/sources";
import { useImports } from "../api/imports";
import type { HistorySearch } from "../lib/search";
import { HistoryTable } from "./HistoryTable";
import { OneImport } from "./OneImport";

export interface HistoryProps {
  readonly search: HistorySearch;
  readonly onSearch: (next: HistorySearch) => void;
}

/** What was loaded, when, by whom, and what came of it. */
export function History({ search, onSearch }: HistoryProps) {
  if (search.open !== undefined)
    return (
      <OneImport
        id={search.open}
        reason={search.reason}
        onReason={(reason) => onSearch({ ...search, reason })}
        onClose={() => onSearch({ ...search, open: undefined, reason: undefined })}
      />
    );
  return <AllImports search={search} onSearch={onSearch} />;
}

function AllImports({ search, onSearch }: HistoryProps) {
  const { t } = useTranslation();
  const sources = useSources().data?.sources ?? [];
  const { source, state } = search;
  const answer = useImports({ source, state });
  const items = answer.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = source !== undefined || state !== undefined;
  const some = <T,>(list: readonly T[]) => (list.length > 0 ? [...list] : undefined);
  return (
    <Page
      title={t("history.title")}
      bar={
        <>
          <FacetFilter
            name="source"
            label={t("filter.source")}
            options={sources.map(({ code, name }) => ({ value: code, label: name || code }))}
            chosen={source ?? []}
            onChange={(chosen) => onSearch({ ...search, source: some(chosen) })}
          />
          <FacetFilter
            name="state"
            label={t("filter.state")}
            options={IMPORT_STATES.map((value) => ({ value, label: t(`importState.${value}`) }))}
            chosen={state ?? []}
            onChange={(chosen) =>
              onSearch({ ...search, state: some(IMPORT_STATES.filter((one) => chosen.includes(one))) })
            }
          />
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={12} />}
      {answer.data && items.length === 0 && (
        <EmptyState title={t(filtered ? "history.noneFiltered" : "history.none")}>
          {t(filtered ? "history.noneFilteredText" : "history.noneText")}
        </EmptyState>
      )}
      {items.length > 0 && <HistoryTable items={items} />}
      {answer.hasNextPage && (
        <Button
          mt={12}
          variant="default"
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t("orders.more")}
        </Button>
      )}
    </Page>
  );
}
