import type { OrderViewProps } from "../../features/order/components/OrderView";
import { FindingTriage } from "../../features/triage/components/FindingTriage";
import { OrderCases } from "../../features/triage/components/OrderCases";

/** What people decide about an order stands beside its findings; the order's own feature knows nothing of it. */
export const orderExtras: Required<Pick<OrderViewProps, "underFinding" | "beside">> = {
  underFinding: (finding, order) => <FindingTriage finding={finding} order={order} />,
  beside: (order) => <OrderCases order={order} />,
};
