import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Measures } from "../../../features/measures/components/Measures";

const route = getRouteApi("/measures");

export function MeasuresPage() {
  const { at, ...search } = route.useSearch();
  const navigate = useNavigate();
  return (
    <Measures
      search={search}
      onSearch={(next) => void navigate({ to: "/measures", search: { ...next, at }, replace: true })}
    />
  );
}
