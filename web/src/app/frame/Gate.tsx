import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { Bones } from "../../components/Bones";
import { ErrorState } from "../../components/PageState";
import { useMeta } from "../../lib/use-meta";
import { useSession } from "../../lib/use-session";
import { useSessionEnd } from "../../lib/use-session-end";
import { AppFrame } from "./AppFrame";
import { BARE } from "./bare";

/** Nothing is shown before it is known who asks; who has not signed in is led to where that is done, and back. */
export function Gate() {
  const { pathname, href } = useLocation();
  return BARE.includes(pathname) ? <Outlet /> : <Guarded href={href} />;
}

function Guarded({ href }: { readonly href: string }) {
  const session = useSession();
  useSessionEnd(session.data);
  if (session.isError) return <ErrorState alone error={session.error} onRetry={() => void session.refetch()} />;
  if (session.isPending) return <Bones rows={12} />;
  if (session.data.step !== "open") return <Navigate to="/sign-in" search={{ to: href }} replace />;
  return <Open />;
}

function Open() {
  const meta = useMeta();
  if (meta.isError) return <ErrorState alone error={meta.error} onRetry={() => void meta.refetch()} />;
  if (meta.isPending) return <Bones rows={12} />;
  return <AppFrame actor={meta.data.actor} />;
}
