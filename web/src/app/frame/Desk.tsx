import { Navigate } from "@tanstack/react-router";
import { useMeta } from "../../lib/use-meta";
import { deskOf, startAt } from "./screens";

/** The start page: each post lands on its own desk. */
export function Desk() {
  const meta = useMeta();
  if (!meta.data) return null;
  const to = deskOf(meta.data.actor.post);
  return <Navigate to={to} search={startAt(to) ?? {}} replace />;
}
