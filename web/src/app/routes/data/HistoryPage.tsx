import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { History } from "../../../features/history/components/History";

const route = getRouteApi("/data/history");

export function HistoryPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <History
      search={search}
      onSearch={(next) => void navigate({ to: "/data/history", search: { ...search, ...next } })}
    />
  );
}
