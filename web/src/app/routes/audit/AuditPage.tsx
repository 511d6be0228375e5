import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { AuditTrail } from "../../../features/audit/components/AuditTrail";

const route = getRouteApi("/audit/");

export function AuditPage() {
  const { at, ...search } = route.useSearch();
  const navigate = useNavigate();
  return (
    <AuditTrail
      search={search}
      onSearch={(next, replace = false) => void navigate({ to: "/audit", search: { ...next, at }, replace })}
    />
  );
}
