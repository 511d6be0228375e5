import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { WatchRule } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FindingCounts } from "../../../components/FindingCounts";
import { EmptyState, ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useLook, useMatchesOf } from "../api/matches";
import styles from "./watch.module.css";

/** Orders that a rule matches, newest first; those that were not looked at yet are marked. */
export function Matches({ rule }: { readonly rule: WatchRule }) {
  const { t } = useTranslation();
  const number = useNumber();
  const answer = useMatchesOf(rule.id);
  const look = useLook(rule.id);
  const rows = answer.data?.pages.flatMap((page) => page.items) ?? [];
  const first = answer.data?.pages[0];
  const looked = instantOrNull(rule.looked_at);
  return (
    <section className={styles.list} aria-label={rule.name}>
      <header className={styles.head}>
        <h2>{rule.name}</h2>
        {first && (
          <span role="status">
            {t("watch.listed", { n: number(first.total), fresh: number(first.fresh) })}
            {looked !== null && ` · ${t("watch.looked", { at: formatInstant(looked) })}`}
          </span>
        )}
        {first && first.fresh > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={look.isPending}
            onClick={() => look.mutate()}
            data-testid="watch-look"
          >
            {t("watch.look")}
          </Button>
        )}
      </header>
      {look.isError && <ErrorState error={look.error} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={8} />}
      {first && rows.length === 0 && <EmptyState title={t("watch.nothing")}>{t("watch.nothingText")}</EmptyState>}
      {rows.length > 0 && (
        <table className={table.table} data-testid="watch-matches">
          <thead>
            <tr>
              <th scope="col">{t("orders.column.title")}</th>
              <th scope="col" className={table.wide}>
                {t("orders.column.district")}
              </th>
              <th scope="col" className={table.wide}>
                {t("orders.column.accepted")}
              </th>
              <th scope="col" className={table.wide}>
                {t("orders.column.holder")}
              </th>
              <th scope="col">{t("orders.column.findings")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const accepted = instantOrNull(row.accepted_at);
              return (
                <tr key={`${row.source}/${row.order_id}`} data-fresh={row.fresh || undefined}>
                  <td>
                    {row.fresh && <b className={styles.fresh}>{t("watch.freshMark")}</b>}
                    <Link to="/orders/$source/$orderId" params={{ source: row.source, orderId: row.order_id }}>
                      {row.title || row.order_id}
                    </Link>
                  </td>
                  <td className={`${table.fixed} ${table.wide}`}>{row.district}</td>
                  <td className={`${table.fixed} ${table.wide}`}>
                    {accepted === null ? "–" : formatInstant(accepted)}
                  </td>
                  <td className={table.wide}>
                    {row.state === "done" ? t("orders.done") : (row.holder?.name ?? t("orders.inPool"))}
                  </td>
                  <td>
                    <FindingCounts counts={row.findings} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
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
    </section>
  );
}
