import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PaperItem } from "@tianyan/api";
import { PAPER_KIND_TEXTS, PAPER_KINDS, PAPER_STATE_TEXTS, PAPER_STATES } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FacetFilter } from "../../../components/FacetFilter";
import { FilterText } from "../../../components/FilterText";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { usePapers } from "../api/papers";
import { isNarrowed, type PapersSearch, toQuery } from "../lib/search";
import styles from "./papers.module.css";

export interface PapersProps {
  readonly search: PapersSearch;
  readonly onSearch: (next: PapersSearch, replace?: boolean) => void;
}

const FLAGS = ["unanswered", "overdue"] as const;

/** The register of papers; to a unit's contact: what was served to the unit. */
export function Papers({ search, onSearch }: PapersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const house = useMay("cases.read");
  const answer = usePapers(toQuery(search));
  const rows = answer.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = answer.data?.pages[0]?.total;
  const some = <T,>(list: readonly T[]) => (list.length > 0 ? [...list] : undefined);
  const none = house ? "papers.none" : "papers.noneReceived";
  return (
    <Page
      title={t(house ? "papers.title" : "papers.received")}
      aside={total !== undefined && t("papers.total", { n: number(total) })}
      bar={
        <>
          {FLAGS.map((flag) => (
            <Button
              key={flag}
              size="compact-sm"
              variant={search[flag] === "yes" ? "filled" : "default"}
              aria-pressed={search[flag] === "yes"}
              onClick={() => onSearch({ ...search, [flag]: search[flag] === "yes" ? undefined : "yes" })}
              data-testid={`flag-${flag}`}
            >
              {t(`papers.${flag}`)}
            </Button>
          ))}
          <FacetFilter
            name="kind"
            label={t("papers.kind")}
            options={PAPER_KINDS.map((value) => ({ value, label: PAPER_KIND_TEXTS[value][language] }))}
            chosen={search.kind ?? []}
            onChange={(chosen) =>
              onSearch({ ...search, kind: some(PAPER_KINDS.filter((one) => chosen.includes(one))) })
            }
          />
          <FacetFilter
            name="state"
            label={t("papers.state")}
            options={PAPER_STATES.map((value) => ({ value, label: PAPER_STATE_TEXTS[value][language] }))}
            chosen={search.state ?? []}
            onChange={(chosen) =>
              onSearch({ ...search, state: some(PAPER_STATES.filter((one) => chosen.includes(one))) })
            }
          />
          <FilterText
            label={t("papers.find")}
            value={search.q ?? ""}
            onChange={(q) => onSearch({ ...search, q: q === "" ? undefined : q }, true)}
          />
          <a className={styles.export} href={api.papersExport(toQuery(search))} download data-testid="export">
            {t("papers.export")}
          </a>
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={10} />}
      {answer.data && rows.length === 0 && (
        <EmptyState title={t(isNarrowed(search) ? "papers.noneNarrowed" : none)}>
          {house && !isNarrowed(search) && t("papers.noneText")}
        </EmptyState>
      )}
      {rows.length > 0 && <Register rows={rows} house={house} />}
      {answer.hasNextPage && (
        <Button
          variant="default"
          mt={8}
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t("papers.more")}
        </Button>
      )}
    </Page>
  );
}

function Register({ rows, house }: { readonly rows: readonly PaperItem[]; readonly house: boolean }) {
  const { t } = useTranslation();
  return (
    <table className={table.table} data-testid="papers">
      <thead>
        <tr>
          <th scope="col">{t("papers.column.paper")}</th>
          <th scope="col">{t("papers.column.state")}</th>
          <th scope="col" className={table.wide}>
            {t("papers.column.to")}
          </th>
          <th scope="col">{t("papers.column.due")}</th>
          <th scope="col" className={table.wide}>
            {t("papers.column.case")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} house={house} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, house }: { readonly row: PaperItem; readonly house: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const { receipts } = row;
  const late = receipts.filter(({ overdue }) => overdue).length;
  const replied = receipts.filter(({ state }) => state === "replied").length;
  return (
    <tr data-testid="paper-row">
      <td className={styles.title}>
        <Link to="/papers/$id" params={{ id: row.id }}>
          <b>{row.number ?? t("papers.unnumbered")}</b> {row.title}
        </Link>{" "}
        <small>{row.kind === null ? t("papers.outside") : PAPER_KIND_TEXTS[row.kind][language]}</small>
      </td>
      <td className={table.fixed}>{PAPER_STATE_TEXTS[row.state][language]}</td>
      <td className={table.wide}>{receipts.map(({ unit }) => unit.name).join(t("list.comma"))}</td>
      <td className={table.fixed}>
        {row.sent_on !== null && t("papers.answered", { n: number(replied), of: number(receipts.length) })}
        {late > 0 && <b className={styles.late}> {t("papers.late", { n: number(late) })}</b>}
      </td>
      <td className={table.wide}>
        {house ? (
          <Link to="/cases/$id" params={{ id: row.case.id }}>
            {row.case.number}
          </Link>
        ) : (
          row.case.number
        )}
      </td>
    </tr>
  );
}
