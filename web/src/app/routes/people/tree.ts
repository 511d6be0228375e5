import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { peopleSearch } from "../../../features/people/lib/search";
import { rootRoute } from "../root";

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("./PeopleFrame"), "PeopleFrame"),
});

const getParentRoute = () => peopleRoute;

const indexRoute = createRoute({
  getParentRoute,
  path: "/",
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import("./PeoplePage"), "PeoplePage"),
});

const sessionsRoute = createRoute({
  getParentRoute,
  path: "/sessions",
  component: lazyRouteComponent(() => import("../../../features/people/components/AllSessions"), "AllSessions"),
});

const policyRoute = createRoute({
  getParentRoute,
  path: "/policy",
  component: lazyRouteComponent(() => import("../../../features/people/components/PolicyPage"), "PolicyPage"),
});

export const peopleRoutes = peopleRoute.addChildren([indexRoute, sessionsRoute, policyRoute]);
