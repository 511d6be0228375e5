import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Competence } from "../../../features/registry/components/Competence";

const route = getRouteApi("/data/competence");

export function CompetencePage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <Competence
      search={search}
      onSearch={(next) => void navigate({ to: "/data/competence", search: { ...search, ...next }, replace: true })}
    />
  );
}
