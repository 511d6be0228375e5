import { copyFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { describe, expect, test } from "vitest";
import { inTree, ROOT } from "./tree";

const config = createRequire(import.meta.url)(join(ROOT, ".dependency-cruiser.cjs"));
const ruleNames: string[] = config.forbidden.map((rule: { name: string }) => rule.name);

/** The names of the rules that the tree breaks. */
function broken(files: Record<string, string>): Promise<string[]> {
  return inTree(files, async (made) => {
    const folder = realpathSync(made);
    copyFileSync(join(ROOT, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
    const tops = [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? path))];
    const { forbidden, options } = config;
    const { enhancedResolveOptions, tsConfig: _, ...rest } = options;
    const settings: ICruiseOptions = { ...rest, baseDir: folder, validate: true, ruleSet: { forbidden } };
    const tsConfig = extractTSConfig(join(folder, "tsconfig.base.json"));
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { output } = await cruise(
        tops.filter((top) => ["packages", "server", "seed", "web"].includes(top)),
        settings,
        enhancedResolveOptions,
        { tsConfig },
      );
      return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
    } finally {
      process.chdir(before);
    }
  });
}

const X = "export const x = 1;\n";
const use = (path: string) => `import { x } from "${path}";\nexport const y = x;\n`;

/** For each rule the smallest tree that breaks it. */
const FIXTURES: Record<string, Record<string, string>> = {
  "no-cycles": { "server/src/a.ts": 'import "./b";\n', "server/src/b.ts": 'import "./a";\n' },
  "core-imports-nothing": { "packages/core/src/index.ts": 'import { sep } from "node:path";\nexport const y = sep;\n' },
  "core-tests-stay-home": { "packages/core/test/a.test.ts": use("@tianyan/ingest"), "packages/ingest/src/index.ts": X },
  "api-to-core": { "packages/api/src/index.ts": use("@tianyan/db"), "packages/db/src/index.ts": X },
  "db-to-core": { "packages/db/src/index.ts": use("@tianyan/ingest"), "packages/ingest/src/index.ts": X },
  "ingest-to-core": { "packages/ingest/src/index.ts": use("@tianyan/db"), "packages/db/src/index.ts": X },
  "papers-to-core": { "packages/papers/src/index.ts": use("@tianyan/api"), "packages/api/src/index.ts": X },
  "seed-to-core-ingest": { "seed/src/index.ts": use("@tianyan/db"), "packages/db/src/index.ts": X },
  "web-to-api-core": { "web/src/a.ts": use("@tianyan/db"), "packages/db/src/index.ts": X },
  "server-not-to-web-bench-e2e": { "server/src/a.ts": use("@tianyan/bench"), "packages/bench/src/index.ts": X },
  "nothing-to-server": { "packages/ingest/src/index.ts": use("../../../server/src/a"), "server/src/a.ts": X },
  "nothing-to-web": { "packages/api/src/index.ts": use("../../../web/src/a"), "web/src/a.ts": X },
  "only-server-to-seed": { "packages/ingest/src/index.ts": use("../../../seed/src/index"), "seed/src/index.ts": X },
  "nothing-to-bench": { "packages/db/src/index.ts": use("@tianyan/bench"), "packages/bench/src/index.ts": X },
  "nothing-to-e2e": { "packages/bench/src/index.ts": use("@tianyan/e2e"), "packages/e2e/src/index.ts": X },
  "front-door": { "server/src/a.ts": use("../../packages/core/src/rules"), "packages/core/src/rules.ts": X },
  "code-not-to-tests": { "server/src/a.ts": use("../test/helper"), "server/test/helper.ts": X },
  "features-apart": { "web/src/features/orders/a.ts": use("../watchlist/b"), "web/src/features/watchlist/b.ts": X },
  "features-not-to-app": { "web/src/features/orders/a.ts": use("../../app/b"), "web/src/app/b.ts": X },
  "shared-not-to-features-app": { "web/src/lib/a.ts": use("../features/orders/b"), "web/src/features/orders/b.ts": X },
  "no-dev-dependencies": {
    "server/package.json": '{ "name": "s", "devDependencies": { "tool": "1.0.0" } }',
    "server/node_modules/tool/package.json": '{ "name": "tool", "main": "index.js" }',
    "server/node_modules/tool/index.js": "exports.x = 1;\n",
    "server/src/a.ts": use("tool"),
  },
  "all-found": { "server/src/a.ts": use("./nowhere") },
};

describe("boundaries", () => {
  test("every rule has its fixture", () => {
    expect(Object.keys(FIXTURES).sort()).toEqual([...ruleNames].sort());
  });

  test.each(Object.entries(FIXTURES))("%s is found where it is broken", async (rule, files) => {
    expect(await broken(files)).toContain(rule);
  });

  test("a type alone is an import too", async () => {
    const files = {
      "web/src/a.ts": 'import type { x } from "@tianyan/db";\nexport type Y = typeof x;\n',
      "packages/db/src/index.ts": X,
    };
    expect(await broken(files)).toContain("web-to-api-core");
  });

  test("the house as it is meant breaks no rule", async () => {
    const files = {
      "packages/core/src/index.ts": 'export { x } from "./x";\n',
      "packages/core/src/x.ts": X,
      "packages/api/src/index.ts": use("@tianyan/core"),
      "packages/db/src/index.ts": use("@tianyan/core"),
      "packages/ingest/src/index.ts": use("@tianyan/core"),
      "packages/e2e/src/index.ts": use("../../../server/src/main"),
      "seed/src/index.ts": 'import { y } from "@tianyan/ingest";\nexport const z = y;\n',
      "server/src/main.ts":
        'import { y } from "@tianyan/db";\nimport { z } from "../../seed/src/index";\nexport const x = [y, z];\n',
      "server/test/main.test.ts": use("../src/main"),
      "web/src/main.ts": use("./app/frame"),
      "web/src/app/frame.ts": use("../features/orders/page"),
      "web/src/features/orders/page.ts": use("../../lib/shared"),
      "web/src/lib/shared.ts": use("@tianyan/core"),
    };
    expect(await broken(files)).toEqual([]);
  });
});
