import { useQuery } from "@tanstack/react-query";
import type { QueryWords } from "@tianyan/core";
import { useLanguage } from "../../i18n/use-language";
import { api } from "../api";
import { useSourceName, useSources } from "../sources";
import { formatDate, instantOrNull } from "../time";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Units, districts, categories and sources to choose from, as far as findings know them. */
export interface QueryChoices {
  readonly unit: readonly Option[];
  readonly district: readonly Option[];
  readonly category: readonly Option[];
  readonly source: readonly Option[];
}

const useFacetChoices = () =>
  useQuery({
    queryKey: ["choices"],
    queryFn: ({ signal }) => api.facets({ view: "all" }, { signal }),
    staleTime: 5 * 60_000,
  });

export function useQueryChoices(): QueryChoices {
  const { data } = useFacetChoices();
  const sources = useSources();
  return {
    unit: (data?.unit ?? []).map(({ value, name }) => ({ value, label: name })),
    district: (data?.district ?? []).map(({ value }) => ({ value, label: value })),
    category: (data?.category ?? []).map(({ value }) => ({ value, label: value.replaceAll(">", " › ") })),
    source: (sources.data?.sources ?? []).map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** By which a condition is said in one sentence. */
export function useQueryWords(): QueryWords {
  const { unit } = useQueryChoices();
  const sourceName = useSourceName();
  const names = new Map(unit.map(({ value, label }) => [value, label]));
  return {
    language: useLanguage(),
    unitName: (code) => names.get(code) ?? code,
    sourceName,
    dateOf: (iso) => {
      const at = instantOrNull(iso);
      return at === null ? "" : formatDate(at);
    },
  };
}
