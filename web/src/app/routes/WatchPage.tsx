import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Watch } from "../../features/watch/components/Watch";

const route = getRouteApi("/watch");

export function WatchPage() {
  const { at: _, ...search } = route.useSearch();
  const navigate = useNavigate();
  return <Watch search={search} onSearch={(next) => void navigate({ to: "/watch", search: next })} />;
}
