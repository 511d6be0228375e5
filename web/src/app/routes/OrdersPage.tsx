import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Orders } from "../../features/orders/components/Orders";

const route = getRouteApi("/orders");

export function OrdersPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { at, ...rest } = search;
  return (
    <Orders
      search={rest}
      onSearch={(next, replace) => void navigate({ to: "/orders", search: { ...next, at }, replace })}
    />
  );
}
