import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Import } from "../../../features/import/components/Import";

const route = getRouteApi("/data/import");

export function ImportPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <Import
      search={search}
      onSearch={(next) => void navigate({ to: "/data/import", search: { ...search, ...next } })}
    />
  );
}
