import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Holidays } from "../../../features/registry/components/Holidays";

const route = getRouteApi("/data/holidays");

export function HolidaysPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <Holidays
      search={search}
      onSearch={(next) => void navigate({ to: "/data/holidays", search: { ...search, ...next }, replace: true })}
    />
  );
}
