import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { historySearch } from "../../../features/history/lib/search";
import { importSearch } from "../../../features/import/lib/search";
import {
  categoriesSearch,
  competenceSearch,
  holidaysSearch,
  unitRegistrySearch,
} from "../../../features/registry/lib/search";
import { rootRoute } from "../root";

const dataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/data",
  component: lazyRouteComponent(() => import("./DataFrame"), "DataFrame"),
});

const getParentRoute = () => dataRoute;

const indexRoute = createRoute({
  getParentRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./DataDesk"), "DataDesk"),
});

const importRoute = createRoute({
  getParentRoute,
  path: "/import",
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("./ImportPage"), "ImportPage"),
});

const historyRoute = createRoute({
  getParentRoute,
  path: "/history",
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("./HistoryPage"), "HistoryPage"),
});

const sourcesRoute = createRoute({
  getParentRoute,
  path: "/sources",
  component: lazyRouteComponent(() => import("./SourcesPage"), "SourcesPage"),
});

const unitsRoute = createRoute({
  getParentRoute,
  path: "/units",
  validateSearch: unitRegistrySearch,
  component: lazyRouteComponent(() => import("./UnitRegistryPage"), "UnitRegistryPage"),
});

const competenceRoute = createRoute({
  getParentRoute,
  path: "/competence",
  validateSearch: competenceSearch,
  component: lazyRouteComponent(() => import("./CompetencePage"), "CompetencePage"),
});

const categoriesRoute = createRoute({
  getParentRoute,
  path: "/categories",
  validateSearch: categoriesSearch,
  component: lazyRouteComponent(() => import("./CategoriesPage"), "CategoriesPage"),
});

const holidaysRoute = createRoute({
  getParentRoute,
  path: "/holidays",
  validateSearch: holidaysSearch,
  component: lazyRouteComponent(() => import("./HolidaysPage"), "HolidaysPage"),
});

const keysRoute = createRoute({
  getParentRoute,
  path: "/keys",
  component: lazyRouteComponent(() => import("../../../features/keys/components/Keys"), "Keys"),
});

/** The data steward's screens. */
export const dataRoutes = dataRoute.addChildren([
  indexRoute,
  importRoute,
  historyRoute,
  sourcesRoute,
  unitsRoute,
  competenceRoute,
  categoriesRoute,
  holidaysRoute,
  keysRoute,
]);
