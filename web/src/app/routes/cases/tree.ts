import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { casesSearch } from "../../../features/cases/lib/search";
import { measuresSearch } from "../../../features/measures/lib/search";
import { rootRoute } from "../root";

const getParentRoute = () => rootRoute;

export const casesRoute = createRoute({
  getParentRoute,
  path: "/cases",
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import("./CasesPage"), "CasesPage"),
});

export const caseRoute = createRoute({
  getParentRoute,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("./CasePage"), "CasePage"),
});

export const measuresRoute = createRoute({
  getParentRoute,
  path: "/measures",
  validateSearch: measuresSearch,
  component: lazyRouteComponent(() => import("./MeasuresPage"), "MeasuresPage"),
});
