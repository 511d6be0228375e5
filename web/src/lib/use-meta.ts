import { useQuery } from "@tanstack/react-query";
import type { Meta, Permission } from "@tianyan/api";
import { api } from "./api";

/** Who is at work, in which post, and what the installation is. */
export const useMeta = () =>
  useQuery({ queryKey: ["meta"], queryFn: ({ signal }) => api.meta({ signal }), staleTime: 5 * 60_000 });

export const mayOf = (meta: Meta | undefined, permission: Permission): boolean =>
  meta?.actor.permissions.includes(permission) ?? false;

/** Whether the post acted in may do something; what it may not is not shown. */
export function useMay(permission: Permission): boolean {
  return mayOf(useMeta().data, permission);
}
