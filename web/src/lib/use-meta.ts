import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { DemoLoad, Meta, Permission } from "@tianyan/api";
import { useEffect, useRef } from "react";
import { api } from "./api";

const WHILE_LOADING_MS = 1_500;

/** Who is at work, in which post, and what the installation is; asked again while the invented county is being loaded. */
export const useMeta = () =>
  useQuery({
    queryKey: ["meta"],
    queryFn: ({ signal }) => api.meta({ signal }),
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (state.data?.demo_load ? WHILE_LOADING_MS : false),
  });

export const mayOf = (meta: Meta | undefined, permission: Permission): boolean =>
  meta?.actor.permissions.includes(permission) ?? false;

/** Whether the post acted in may do something; what it may not is not shown. */
export function useMay(permission: Permission): boolean {
  return mayOf(useMeta().data, permission);
}

/** How far the invented county has come; null: nothing is being loaded. */
export const useDemoLoad = (): DemoLoad | null => useMeta().data?.demo_load ?? null;

/** As more of it is in, everything on the screens is asked for anew. */
export function useFollowDemo(load: DemoLoad | null): void {
  const client = useQueryClient();
  const shown = load?.shown ?? null;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown && before.current !== null)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "meta" });
    before.current = shown;
  }, [shown, client]);
}
