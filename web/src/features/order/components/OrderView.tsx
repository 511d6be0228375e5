import { type ReactNode, useMemo, useRef, useState } from "react";
import { Bones } from "../../../components/Bones";
import { ErrorState } from "../../../components/PageState";
import type { OrderKey } from "../../../lib/order-key";
import { useAsOf } from "../../../lib/use-as-of";
import { useTitle } from "../../../lib/use-title";
import { useOrder } from "../api/order";
import { caseFile } from "../lib/case-file";
import { levelsByEvent } from "../lib/counting";
import { type Highlight, HighlightContext } from "../lib/highlight";
import { OrderAxis } from "./axis/OrderAxis";
import { Caller } from "./Caller";
import { EventList } from "./EventList";
import { OrderContent } from "./OrderContent";
import { OrderHeader, type OrderHeaderProps } from "./OrderHeader";
import styles from "./order.module.css";
import { WhyFlagged, type WhyFlaggedProps } from "./WhyFlagged";

export interface OrderViewProps extends Pick<OrderHeaderProps, "actions"> {
  readonly order: OrderKey;
  /** What stands under the card of a finding. */
  readonly underFinding?: WhyFlaggedProps["underFinding"];
  /** What stands beside the findings. */
  readonly beside?: (order: OrderKey) => ReactNode;
}

/** One order: how it stands, its time axis, its events, and why it is flagged. On a page of its own or in the pane. */
export function OrderView({ order, actions, underFinding, beside }: OrderViewProps) {
  const { at, asked } = useAsOf();
  const answer = useOrder(order, asked);
  const file = useMemo(() => (answer.data ? caseFile(answer.data, at) : null), [answer.data, at]);
  const levels = useMemo(() => levelsByEvent(answer.data?.findings ?? []), [answer.data]);
  useTitle(answer.data?.order.title || order.orderId);
  const root = useRef<HTMLElement>(null);
  const [refs, setRefs] = useState<readonly string[]>([]);
  const highlight = useMemo<Highlight>(
    () => ({
      refs: new Set(refs),
      point: setRefs,
      jump: (ref) =>
        root.current?.querySelector(`[data-event="${CSS.escape(ref)}"]`)?.scrollIntoView({ block: "center" }),
    }),
    [refs],
  );
  if (answer.isError) return <ErrorState alone error={answer.error} onRetry={() => void answer.refetch()} />;
  if (file === null) return <Bones rows={10} />;
  return (
    <HighlightContext value={highlight}>
      <article ref={root} className={styles.order} data-testid="order" aria-label={file.detail.order.order_id}>
        <OrderHeader file={file} actions={actions} />
        <OrderAxis file={file} />
        <div className={styles.columns}>
          <WhyFlagged file={file} underFinding={underFinding}>
            {beside?.(order)}
          </WhyFlagged>
          <div className={styles.history}>
            <EventList file={file} levels={levels} />
            <OrderContent file={file} />
            {file.detail.caller && <Caller order={order} caller={file.detail.caller} />}
          </div>
        </div>
      </article>
    </HighlightContext>
  );
}
