import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import { CloseIcon, OpenIcon } from "../../components/icons";
import { OrderView } from "../../features/order/components/OrderView";
import { Watchlist } from "../../features/watchlist/components/Watchlist";

import { orderExtras } from "./order-extras";

const route = getRouteApi("/watchlist");

export function WatchlistPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <Watchlist
      search={search}
      onSearch={(next, replace) => void navigate({ to: "/watchlist", search: { ...next, at: search.at }, replace })}
      onOpenPage={(params) => void navigate({ to: "/orders/$source/$orderId", params })}
      renderPane={(order, close) => (
        <OrderView
          {...orderExtras}
          key={`${order.source}/${order.orderId}`}
          order={order}
          actions={
            <>
              <IconButton
                label={t("order.openPage")}
                onClick={() => void navigate({ to: "/orders/$source/$orderId", params: order })}
              >
                <OpenIcon />
              </IconButton>
              <IconButton label={t("order.close")} onClick={close}>
                <CloseIcon />
              </IconButton>
            </>
          }
        />
      )}
    />
  );
}
