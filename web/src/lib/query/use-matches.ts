import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Condition } from "@tianyan/core";
import { api } from "../api";

/** Of what a list is made, and so of what is counted. */
export type Counted = "orders" | "findings";

/** How many match, as the conditions are being built. */
export function useMatches(condition: Condition | null, counted: Counted) {
  const text = condition === null ? undefined : JSON.stringify(condition);
  const [own] = useDebouncedValue(text, 350);
  return useQuery({
    queryKey: [counted, "matches", own],
    queryFn: async ({ signal }) => {
      const asked = { own, limit: 1 };
      return (await (counted === "orders" ? api.orders(asked, { signal }) : api.findings(asked, { signal }))).total;
    },
    enabled: own !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
