import { useQuery } from "@tanstack/react-query";
import { api } from "../../../lib/api";
import { startOfDate } from "../../../lib/period";
import type { Month } from "../lib/months";

export interface Volume extends Month {
  readonly orders: number;
}

/** Orders of a source that were accepted in each of these months. */
export const useVolumes = (source: string, months: readonly Month[]) =>
  useQuery({
    queryKey: ["sources", "volumes", source, months],
    queryFn: ({ signal }) =>
      Promise.all(
        months.map(async (month): Promise<Volume> => {
          const query = { source: [source], from: startOfDate(month.from), to: startOfDate(month.to, 1), limit: 1 };
          return { ...month, orders: (await api.orders(query, { signal })).total };
        }),
      ),
    staleTime: 5 * 60_000,
    enabled: months.length > 0,
  });
