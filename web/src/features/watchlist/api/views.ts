import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SavedViewFieldsInput } from "@tianyan/api";
import { api } from "../../../lib/api";

const VIEWS = ["views"] as const;

/** Views one saved, and those that others share. */
export const useViews = (enabled: boolean) =>
  useQuery({ queryKey: VIEWS, queryFn: ({ signal }) => api.views({ signal }), enabled });

/** Saves a view anew, or, with its id, as it is now. */
export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...fields }: SavedViewFieldsInput & { readonly id: string | null }) =>
      id === null ? api.addView(fields) : api.changeView(id, fields),
    onSuccess: () => client.invalidateQueries({ queryKey: VIEWS }),
  });
}

export function useRemoveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.removeView(id),
    onSuccess: () => client.invalidateQueries({ queryKey: VIEWS }),
  });
}
