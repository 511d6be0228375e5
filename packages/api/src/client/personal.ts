import type { OrdersOfCaller, SearchByCallerInput, UnmaskedCaller, UnmaskInput } from "../personal/personal";
import type { Calls } from "./calls";

/** Who called: one record at a time, and by number. */
export const personalCalls = ({ act }: Calls) => ({
  unmaskCaller: (source: string, orderId: string, given: UnmaskInput) =>
    act<UnmaskedCaller>(
      "POST",
      `/api/orders/${encodeURIComponent(source)}/${encodeURIComponent(orderId)}/unmask`,
      given,
    ),
  searchByCaller: (given: SearchByCallerInput) => act<OrdersOfCaller>("POST", "/api/orders/search-by-caller", given),
});
