import { useQuery } from "@tanstack/react-query";
import { type Instant, isoInstant } from "@tianyan/core";
import { api, atParameter } from "../../../lib/api";
import type { OrderKey } from "../../../lib/order-key";

/** One order with all its events and what it is judged by; `asked` null: as of now. */
export function useOrder({ source, orderId }: OrderKey, asked: Instant | null) {
  return useQuery({
    queryKey: ["order", source, orderId, asked === null ? "now" : isoInstant(asked)],
    queryFn: ({ signal }) => api.order(source, orderId, atParameter(asked), { signal }),
    placeholderData: (before, query) =>
      query?.queryKey[1] === source && query.queryKey[2] === orderId ? before : undefined,
  });
}
