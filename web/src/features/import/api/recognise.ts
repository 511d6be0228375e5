import { useQuery } from "@tanstack/react-query";
import type { TableChoiceInput } from "@tianyan/api";
import { api } from "../../../lib/api";
import type { Answers } from "../lib/answers";

/** What the files are, read with what people said; nothing is written. Large files take a while, so that it is never asked twice. */
export const useRecognition = (
  uploads: readonly string[],
  answers: Answers,
  tables: readonly TableChoiceInput[],
  watch: string,
) =>
  useQuery({
    queryKey: ["recognition", uploads, answers, tables],
    queryFn: ({ signal }) =>
      api.recognise(
        {
          uploads: [...uploads],
          tables: [...tables],
          watch,
          ...(Object.keys(answers).length > 0 ? { profile: answers } : {}),
        },
        { signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    // The preview that stands goes on standing while the same files are read again.
    placeholderData: (before, query) => (String(query?.queryKey[1]) === String(uploads) ? before : undefined),
  });

const POLL_MS = 500;

/** How far the recognition of that name is, while one runs. */
export const useRecognising = (watch: string, running: boolean) =>
  useQuery({
    queryKey: ["recognising", watch],
    queryFn: async ({ signal }) => (await api.recognising(watch, { signal })).running,
    enabled: running,
    refetchInterval: POLL_MS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
