import { Navigate } from "@tanstack/react-router";
import { useMeta } from "../../lib/use-meta";
import { deskOf } from "./screens";

/** The start page: each post lands on its own desk. */
export function Desk() {
  const meta = useMeta();
  return meta.data ? <Navigate to={deskOf(meta.data.actor.post)} replace /> : null;
}
