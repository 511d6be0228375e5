import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { UnitRegistry } from "../../../features/registry/components/UnitRegistry";

const route = getRouteApi("/data/units");

export function UnitRegistryPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <UnitRegistry
      search={search}
      onSearch={(next) => void navigate({ to: "/data/units", search: { ...search, ...next }, replace: true })}
    />
  );
}
