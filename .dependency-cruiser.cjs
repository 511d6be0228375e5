// Which package may import which. Each rule has a fixture in .ci/test/boundaries.test.ts that shows that it can fail.
const CODE = "^(packages|server|seed|web)/";

/** A package may import itself, npm packages, and the packages named. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: `^${from}/` },
  to: { path: CODE, pathNot: `^(${[from, ...allowed].join("|")})/` },
});

const never = (name, from, to, comment) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    never("no-cycles", {}, { circular: true }, "Modules that import each other cannot be understood one at a time."),
    never(
      "core-imports-nothing",
      { path: "^packages/core/src/" },
      { pathNot: "^packages/core/src/" },
      "core is a function of its arguments: no package, no Node.",
    ),
    only("core-tests-stay-home", "packages/core", [], "core knows no other package, not even in its tests."),
    only("api-to-core", "packages/api", ["packages/core"], "The contract knows the domain and nothing else."),
    only("db-to-core", "packages/db", ["packages/core"], "The database knows the domain and nothing else."),
    only("ingest-to-core", "packages/ingest", ["packages/core"], "Readers know the domain and nothing else."),
    only("papers-to-core", "packages/papers", ["packages/core"], "Papers know the domain and nothing else."),
    only(
      "seed-to-core-ingest",
      "seed",
      ["packages/core", "packages/ingest"],
      "The county comes in as any export does.",
    ),
    only(
      "web-to-api-core",
      "web",
      ["packages/api", "packages/core"],
      "Screens know the contract, not what is behind it.",
    ),
    never(
      "server-not-to-web-bench-e2e",
      { path: "^server/" },
      { path: "^(web|packages/bench|packages/e2e)/" },
      "The server serves the built files; it imports no screen, no measurement and no end-to-end test.",
    ),
    never(
      "nothing-to-server",
      { pathNot: "^(server|packages/bench|packages/e2e)/" },
      { path: "^server/" },
      "Only measurements and end-to-end tests stand above the server.",
    ),
    never(
      "nothing-to-web",
      { pathNot: "^(web|packages/bench|packages/e2e)/" },
      { path: "^web/" },
      "Only measurements and end-to-end tests stand above the screens.",
    ),
    never(
      "only-server-to-seed",
      { pathNot: "^(seed|server|packages/bench|packages/e2e)/" },
      { path: "^seed/" },
      "The simulated county is started by the server's commands and used by measurements; nobody else knows it.",
    ),
    never("nothing-to-bench", { pathNot: "^packages/bench/" }, { path: "^packages/bench/" }, "Measurements are a top."),
    never("nothing-to-e2e", { pathNot: "^packages/e2e/" }, { path: "^packages/e2e/" }, "End-to-end tests are a top."),
    never(
      "front-door",
      { path: "^((?:packages/)?[^/]+)/", pathNot: "/test/" },
      {
        path: "^(packages/[^/]+|seed)/src/",
        pathNot: ["^$1/", "^(packages/[^/]+|seed)/src/index\\.ts$", "^packages/api/src/routes\\.ts$"],
      },
      "Another package is used by what it exports, not by its files.",
    ),
    never(
      "code-not-to-tests",
      { path: "/src/" },
      { path: `${CODE}.*test/` },
      "What runs for users does not depend on tests.",
    ),
    never(
      "features-apart",
      { path: "^web/src/features/([^/]+)/" },
      { path: "^web/src/features/", pathNot: "^web/src/features/$1/" },
      "A feature of the screens does not know another; what both need is shared.",
    ),
    never(
      "features-not-to-app",
      { path: "^web/src/features/" },
      { path: "^web/src/app/" },
      "shared → features → app: the app knows its features, not they the app.",
    ),
    never(
      "shared-not-to-features-app",
      { path: "^web/src/", pathNot: "^web/src/(features|app|main|index)(/|\\.)" },
      { path: "^web/src/(features|app)/" },
      "shared → features → app: what is shared knows neither.",
    ),
    never(
      "no-dev-dependencies",
      { path: "/src/", pathNot: "\\.d\\.ts$" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "/@types/" },
      "What runs for users must be a dependency, not a development dependency.",
    ),
    never("all-found", {}, { couldNotResolve: true }, "An import that leads nowhere."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
    },
  },
};
