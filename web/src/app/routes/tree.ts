import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { digestSearch } from "../../features/digest/lib/search";
import { ordersSearch } from "../../features/orders/lib/search";
import { overviewSearch } from "../../features/overview/lib/search";
import { signInSearch } from "../../features/sign-in/lib/search";
import { unitsSearch } from "../../features/units/lib/search";
import { watchSearch } from "../../features/watch/lib/search";
import { watchlistSearch } from "../../features/watchlist/lib/search";
import { Desk } from "../frame/Desk";
import { auditRoutes } from "./audit/tree";
import { caseRoute, casesRoute, measuresRoute } from "./cases/tree";
import { dataRoutes } from "./data/tree";
import { paperRoute, papersRoute } from "./papers/tree";
import { peopleRoutes } from "./people/tree";
import { rootRoute } from "./root";

const getParentRoute = () => rootRoute;

const indexRoute = createRoute({
  getParentRoute,
  path: "/",
  component: Desk,
});

const signInRoute = createRoute({
  getParentRoute,
  path: "/sign-in",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("./SignInPage"), "SignInPage"),
});

const enterRoute = createRoute({
  getParentRoute,
  path: "/enter",
  component: lazyRouteComponent(() => import("./EnterPage"), "EnterPage"),
});

const accountRoute = createRoute({
  getParentRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./AccountPage"), "AccountPage"),
});

const systemRoute = createRoute({
  getParentRoute,
  path: "/system",
  component: lazyRouteComponent(() => import("./system/SystemPage"), "SystemPage"),
});

const followingRoute = createRoute({
  getParentRoute,
  path: "/system/following",
  component: lazyRouteComponent(() => import("./system/FollowingPage"), "FollowingPage"),
});

export const watchlistRoute = createRoute({
  getParentRoute,
  path: "/watchlist",
  validateSearch: watchlistSearch,
  component: lazyRouteComponent(() => import("./WatchlistPage"), "WatchlistPage"),
});

export const overviewRoute = createRoute({
  getParentRoute,
  path: "/overview",
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import("./OverviewPage"), "OverviewPage"),
});

export const ordersRoute = createRoute({
  getParentRoute,
  path: "/orders",
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import("./OrdersPage"), "OrdersPage"),
});

export const orderRoute = createRoute({
  getParentRoute,
  path: "/orders/$source/$orderId",
  component: lazyRouteComponent(() => import("./OrderPage"), "OrderPage"),
});

export const watchRoute = createRoute({
  getParentRoute,
  path: "/watch",
  validateSearch: watchSearch,
  component: lazyRouteComponent(() => import("./WatchPage"), "WatchPage"),
});

export const digestRoute = createRoute({
  getParentRoute,
  path: "/digest",
  validateSearch: digestSearch,
  component: lazyRouteComponent(() => import("./DigestPage"), "DigestPage"),
});

export const unitsRoute = createRoute({
  getParentRoute,
  path: "/units",
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import("./UnitsPage"), "UnitsPage"),
});

export const rulesRoute = createRoute({
  getParentRoute,
  path: "/rules",
  component: lazyRouteComponent(() => import("./rules/RulesPage"), "RulesPage"),
});

const deadlinesRoute = createRoute({
  getParentRoute,
  path: "/rules/deadlines",
  component: lazyRouteComponent(() => import("./rules/DeadlinesPage"), "DeadlinesPage"),
});

/** Where the sources were; addresses that somebody kept lead on. */
const sourcesRoute = createRoute({
  getParentRoute,
  path: "/sources",
  beforeLoad: () => {
    throw redirect({ to: "/data/sources" });
  },
});

export const routeTree = rootRoute.addChildren([
  indexRoute,
  signInRoute,
  enterRoute,
  accountRoute,
  systemRoute,
  followingRoute,
  watchlistRoute,
  overviewRoute,
  ordersRoute,
  orderRoute,
  watchRoute,
  digestRoute,
  unitsRoute,
  rulesRoute,
  deadlinesRoute,
  sourcesRoute,
  casesRoute,
  caseRoute,
  measuresRoute,
  papersRoute,
  paperRoute,
  dataRoutes,
  peopleRoutes,
  auditRoutes,
]);
