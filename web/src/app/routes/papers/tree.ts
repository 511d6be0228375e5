import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { papersSearch } from "../../../features/papers/lib/search";
import { rootRoute } from "../root";

const getParentRoute = () => rootRoute;

export const papersRoute = createRoute({
  getParentRoute,
  path: "/papers",
  validateSearch: papersSearch,
  component: lazyRouteComponent(() => import("./PapersPage"), "PapersPage"),
});

export const paperRoute = createRoute({
  getParentRoute,
  path: "/papers/$id",
  component: lazyRouteComponent(() => import("./PaperPage"), "PaperPage"),
});
