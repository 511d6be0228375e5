import { Button } from "@mantine/core";
import type { CasesQueryInput } from "@tianyan/api";
import { CASE_STAGE_TEXTS, CASE_STAGES } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FacetFilter } from "../../../components/FacetFilter";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { useMay } from "../../../lib/use-meta";
import { useCaseCount, useCases, useUnitChoices } from "../api/cases";
import { CASE_FLAGS, type CaseFlag, type CasesSearch, isNarrowed, toQuery } from "../lib/search";
import { CasesTable } from "./CasesTable";
import styles from "./cases.module.css";
import { OpenCaseDialog } from "./OpenCaseDialog";
import { ToCheck } from "./ToCheck";

export interface CasesProps {
  readonly search: CasesSearch;
  readonly onSearch: (next: CasesSearch, replace?: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/** Supervision cases: one's own, those that wait, those that are late, each one click away. */
export function Cases({ search, onSearch, onOpen }: CasesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const mayWrite = useMay("cases.write");
  const [opening, setOpening] = useState(false);
  const units = useUnitChoices();
  const answer = useCases(toQuery(search));
  const rows = answer.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = answer.data?.pages[0]?.total;
  const some = <T,>(list: readonly T[]) => (list.length > 0 ? [...list] : undefined);
  return (
    <Page
      title={t("cases.title")}
      aside={total !== undefined && t("cases.total", { count: total, n: number(total) })}
      bar={
        <>
          {CASE_FLAGS.map((flag) => (
            <FlagCount
              key={flag}
              flag={flag}
              pressed={search[flag] === "yes"}
              onPress={() => onSearch({ ...search, [flag]: search[flag] === "yes" ? undefined : "yes" })}
            />
          ))}
          <ToCheck />
          <FacetFilter
            name="stage"
            label={t("cases.stage")}
            options={CASE_STAGES.map((value) => ({ value, label: CASE_STAGE_TEXTS[value][language] }))}
            chosen={search.stage ?? []}
            onChange={(chosen) =>
              onSearch({ ...search, stage: some(CASE_STAGES.filter((one) => chosen.includes(one))) })
            }
          />
          <FacetFilter
            name="unit"
            label={t("cases.unit")}
            options={(units.data?.units ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            chosen={search.unit ?? []}
            onChange={(chosen) => onSearch({ ...search, unit: some(chosen) })}
          />
          <FilterText
            label={t("cases.find")}
            value={search.q ?? ""}
            onChange={(q) => onSearch({ ...search, q: q === "" ? undefined : q }, true)}
          />
          {mayWrite && (
            <Button size="compact-sm" onClick={() => setOpening(true)} data-testid="open-case">
              {t("cases.open")}
            </Button>
          )}
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={10} />}
      {answer.data && rows.length === 0 && (
        <EmptyState title={t(isNarrowed(search) ? "cases.noneNarrowed" : "cases.none")}>
          <p>{t(isNarrowed(search) ? "cases.noneNarrowedText" : "cases.noneText")}</p>
          {isNarrowed(search) && (
            <button type="button" className={styles.textButton} onClick={() => onSearch({} as CasesSearch)}>
              {t("filter.clear")}
            </button>
          )}
        </EmptyState>
      )}
      {rows.length > 0 && <CasesTable rows={rows} />}
      {answer.hasNextPage && (
        <Button
          variant="default"
          mt={8}
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t("cases.more")}
        </Button>
      )}
      {opening && (
        <OpenCaseDialog
          onClose={() => setOpening(false)}
          onOpened={(id) => {
            setOpening(false);
            onOpen(id);
          }}
        />
      )}
    </Page>
  );
}

interface FlagCountProps {
  readonly flag: CaseFlag;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** "For approval 2": what it counts is shown by a click; nothing to count, nothing said. */
function FlagCount({ flag, pressed, onPress }: FlagCountProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const query: CasesQueryInput = { [flag]: true };
  const count = useCaseCount(query, true);
  if (!pressed && (count.data ?? 0) === 0) return null;
  return (
    <button
      type="button"
      className={styles.flag}
      aria-pressed={pressed}
      onClick={onPress}
      data-testid={`flag-${flag}`}
      data-flag={flag}
    >
      {t(`cases.flag.${flag}`)} <b>{count.data === undefined ? "–" : number(count.data)}</b>
    </button>
  );
}
