import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { WaitingStrip } from "../../features/cases/components/WaitingStrip";
import { Overview } from "../../features/overview/components/Overview";
import type { Opens } from "../../features/overview/lib/opens";

const route = getRouteApi("/overview");

export function OverviewPage() {
  const { at, ...search } = route.useSearch();
  const navigate = useNavigate();
  const open = useCallback(
    (opens: Opens) =>
      void (opens.to === "/watchlist"
        ? navigate({ to: "/watchlist", search: { ...opens.search, at } })
        : navigate({ to: "/orders", search: { ...opens.search, at } })),
    [navigate, at],
  );
  return (
    <>
      <WaitingStrip />
      <Overview
        search={search}
        onSearch={(next) =>
          void navigate({ to: "/overview", search: { ...next, at }, replace: true, resetScroll: false })
        }
        onOpen={open}
      />
    </>
  );
}
