import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Categories } from "../../../features/registry/components/Categories";

const route = getRouteApi("/data/categories");

export function CategoriesPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <Categories
      search={search}
      onSearch={(next) => void navigate({ to: "/data/categories", search: { ...search, ...next }, replace: true })}
    />
  );
}
