import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Units } from "../../features/units/components/Units";

const route = getRouteApi("/units");

export function UnitsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <Units
      search={search}
      onSearch={(next) => void navigate({ to: "/units", search: { ...search, ...next }, replace: true })}
    />
  );
}
