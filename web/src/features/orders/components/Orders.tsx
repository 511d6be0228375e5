import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useNumber } from "../../../i18n/use-number";
import { useAsOf } from "../../../lib/use-as-of";
import { useDemoLoad, useMay } from "../../../lib/use-meta";
import { useOrders } from "../api/orders";
import { type OrdersSearch, toOrdersQuery } from "../lib/search";
import { CallerSearch } from "./CallerSearch";
import { OrdersFilter } from "./OrdersFilter";
import { OrdersTable } from "./OrdersTable";

export interface OrdersProps {
  readonly search: OrdersSearch;
  readonly onSearch: (next: OrdersSearch, replace: boolean) => void;
}

export function Orders({ search, onSearch }: OrdersProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const maySearch = useMay("personal.search");
  const [byCaller, setByCaller] = useState(false);
  const { asked } = useAsOf();
  const answer = useOrders(toOrdersQuery(search, asked));
  const loading = useDemoLoad() !== null;
  const rows = answer.data?.pages.flatMap((page) => page.items) ?? [];
  const total = answer.data?.pages[0]?.total;
  return (
    <Page
      title={t("orders.title")}
      aside={total === undefined ? "" : <span role="status">{t("orders.total", { n: number(total) })}</span>}
      bar={
        <>
          <OrdersFilter search={search} onSearch={onSearch} />
          {maySearch && (
            <Button variant="default" size="compact-sm" onClick={() => setByCaller(true)}>
              {t("caller.search")}
            </Button>
          )}
        </>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {(answer.isPending || (loading && rows.length === 0)) && <Bones rows={16} />}
      {answer.data && rows.length === 0 && !loading && (
        <EmptyState title={t("orders.none")}>{t("orders.noneText")}</EmptyState>
      )}
      {rows.length > 0 && <OrdersTable rows={rows} />}
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
      {byCaller && <CallerSearch onClose={() => setByCaller(false)} />}
    </Page>
  );
}
