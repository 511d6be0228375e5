import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { People } from "../../../features/people/components/People";

const route = getRouteApi("/people/");

export function PeoplePage() {
  const { at, ...search } = route.useSearch();
  const navigate = useNavigate();
  return (
    <People
      search={search}
      onSearch={(next, replace = false) => void navigate({ to: "/people", search: { ...next, at }, replace })}
    />
  );
}
