import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import { BackIcon } from "../../components/icons";
import { OrderView } from "../../features/order/components/OrderView";
import { useKeys } from "../../lib/use-keys";

import { orderExtras } from "./order-extras";

const route = getRouteApi("/orders/$source/$orderId");

export function OrderPage() {
  const { t } = useTranslation();
  const order = route.useParams();
  const router = useRouter();
  const back = () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: "/watchlist" });
  };
  useKeys({ Escape: back });
  return (
    <OrderView
      {...orderExtras}
      key={`${order.source}/${order.orderId}`}
      order={order}
      actions={
        <IconButton label={t("order.back")} onClick={back}>
          <BackIcon />
        </IconButton>
      }
    />
  );
}
