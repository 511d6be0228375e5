import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Cases } from "../../../features/cases/components/Cases";

const route = getRouteApi("/cases");

export function CasesPage() {
  const { at, ...search } = route.useSearch();
  const navigate = useNavigate();
  return (
    <Cases
      search={search}
      onSearch={(next, replace = false) => void navigate({ to: "/cases", search: { ...next, at }, replace })}
      onOpen={(id) => void navigate({ to: "/cases/$id", params: { id } })}
    />
  );
}
