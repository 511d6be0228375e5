import { useQuery } from "@tanstack/react-query";
import { api } from "./api";

/** The sources; they change only when something is loaded. */
export const useSources = () =>
  useQuery({ queryKey: ["sources"], queryFn: ({ signal }) => api.sources({ signal }), staleTime: 5 * 60_000 });

/** Codes to names; a source that is not known yet stands for itself. */
export function useSourceName(): (code: string) => string {
  const { data } = useSources();
  return (code) => data?.sources.find((source) => source.code === code)?.name || code;
}
