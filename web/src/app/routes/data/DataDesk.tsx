import { Navigate } from "@tanstack/react-router";
import { useMeta } from "../../../lib/use-meta";
import { DATA_SCREENS } from "./screens";

/** The first of the data screens that the post may use. */
export function DataDesk() {
  const permissions = useMeta().data?.actor.permissions ?? [];
  const first = DATA_SCREENS.find(({ needs }) => permissions.includes(needs));
  return first ? <Navigate to={first.to} replace /> : null;
}
