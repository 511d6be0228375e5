import { createRouter } from "@tanstack/react-router";
import { ErrorState } from "../components/PageState";
import { parseSearch, stringifySearch } from "../lib/search-string";
import { NotFound } from "./frame/NotFound";
import { routeTree } from "./routes/tree";

export const createAppRouter = () =>
  createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultErrorComponent: ({ error, reset }) => <ErrorState alone error={error} onRetry={reset} />,
    defaultNotFoundComponent: NotFound,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
