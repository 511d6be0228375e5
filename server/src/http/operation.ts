import { type Decision, PERMISSION_OF_ROUTE } from "@tianyan/api";
import type { Context } from "hono";
import { matchedRoutes } from "hono/route";
import type { Router } from "./hono";

/** Routes that are no operations of the API: its document and viewer, the screens, and what guards itself. */
const OTHERS: Readonly<Record<string, Decision>> = {
  "GET /api/openapi.json": "self",
  "GET /api/docs": "self",
  "GET /api/docs/start.js": "self",
  "GET /api/docs/swagger-ui.css": "self",
  "GET /api/docs/swagger-ui-bundle.js": "self",
  "GET /api/docs/favicon-32x32.png": "self",
  "GET /metrics": "public",
};

/** What answers every address that nothing else does. */
export const SCREENS = "GET /*";

const nameOf = (route: { readonly method: string; readonly path: string }): string =>
  `${route.method} ${route.path.replaceAll(/:(\w+)/g, "{$1}")}`;

/** `GET /api/orders/{source}/{order_id}`; `GET /*` for the screens; null where nothing answers. */
export function operationOf(context: Context): string | null {
  const route = matchedRoutes(context).find(({ method }) => method !== "ALL");
  return route ? nameOf(route) : null;
}

/** What the operation asks for; null where nobody decided, or nothing answers. */
export function decisionOf(operation: string | null): Decision | null {
  if (operation === null) return null;
  const decided: Readonly<Record<string, Decision>> = PERMISSION_OF_ROUTE;
  if (Object.hasOwn(decided, operation)) return decided[operation] ?? null;
  return Object.hasOwn(OTHERS, operation) ? (OTHERS[operation] ?? null) : null;
}

/** Throws where a route has no decision: then nothing starts. */
export function requireDecisions(router: Router): void {
  const undecided = router.routes
    .filter(({ method }) => method !== "ALL")
    .map(nameOf)
    .filter((operation) => operation !== SCREENS && decisionOf(operation) === null);
  if (undecided.length > 0) throw new Error(`no decision who may ask: ${[...new Set(undecided)].join(", ")}`);
}
