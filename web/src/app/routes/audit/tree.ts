import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { auditSearch } from "../../../features/audit/lib/search";
import { rootRoute } from "../root";

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit",
  component: lazyRouteComponent(() => import("./AuditFrame"), "AuditFrame"),
});

const getParentRoute = () => auditRoute;

const indexRoute = createRoute({
  getParentRoute,
  path: "/",
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import("./AuditPage"), "AuditPage"),
});

const chainRoute = createRoute({
  getParentRoute,
  path: "/chain",
  component: lazyRouteComponent(() => import("../../../features/audit/components/AuditChain"), "AuditChain"),
});

export const auditRoutes = auditRoute.addChildren([indexRoute, chainRoute]);
