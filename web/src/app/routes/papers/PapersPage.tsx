import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Papers } from "../../../features/papers/components/Papers";

const route = getRouteApi("/papers");

export function PapersPage() {
  const { at, ...search } = route.useSearch();
  const navigate = useNavigate();
  return (
    <Papers
      search={search}
      onSearch={(next, replace = false) => void navigate({ to: "/papers", search: { ...next, at }, replace })}
    />
  );
}
