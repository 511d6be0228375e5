import { execFile } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTree, ROOT } from "./tree";

const require = createRequire(import.meta.url);
const BIOME = join(dirname(require.resolve("@biomejs/biome/package.json")), "bin/biome");

interface Report {
  diagnostics: { category: string; message: string; severity: string }[];
}

/** What the project's own lint settings say about one file at `path`. */
function lint(path: string, text: string): Promise<string[]> {
  return inTree({ [path]: text }, (folder) => {
    const settings = JSON.parse(readFileSync(join(ROOT, "biome.json"), "utf8"));
    writeFileSync(join(folder, "biome.json"), JSON.stringify(settings));
    cpSync(join(ROOT, ".ci/lint"), join(folder, ".ci/lint"), { recursive: true });
    return new Promise<string[]>((resolve) => {
      execFile(process.execPath, [BIOME, "lint", "--reporter=json", path], { cwd: folder }, (_, stdout) => {
        const report: Report = JSON.parse(stdout);
        resolve(report.diagnostics.map((one) => `${one.category}: ${one.message}`));
      });
    });
  });
}

const BANNED: [string, string, RegExp][] = [
  ["a module of Node", 'import { sep } from "node:path";\nexport const a = sep;\n', /noNodejsModules/],
  ["a module of Node, passed on", 'export { sep } from "node:path";\n', /noNodejsModules/],
  ["a module of Node, when needed", 'export const a = () => import("node:path");\n', /noNodejsModules/],
  ["Date.now", "export const a = Date.now();\n", /plugin.*no clock/],
  ["Date.now by another name", "export const a = { clock: Date.now };\n", /plugin.*no clock/],
  ["new Date()", "export const a = new Date();\n", /plugin.*no clock/],
  ["new Date without brackets", "export const a = new Date;\n", /plugin.*no clock/],
  ["Date()", "export const a = Date();\n", /plugin.*no clock/],
  ["Math.random", "export const a = Math.random();\n", /plugin.*randomness/],
  ["the process", "export const a = process.env.TZ;\n", /noRestrictedGlobals/],
  ["the global object", "export const a = globalThis.Date.now();\n", /noRestrictedGlobals/],
];

describe("packages/core is a function of its arguments", () => {
  test.each(BANNED)("%s is refused", async (_, text, sign) => {
    expect((await lint("packages/core/src/fixture.ts", text)).join("\n")).toMatch(sign);
  });

  test("a date made of an instant is allowed", async () => {
    expect(await lint("packages/core/src/fixture.ts", "export const a = new Date(5).toISOString();\n")).toEqual([]);
  });

  test("other packages may ask for the time", async () => {
    expect(await lint("packages/db/src/fixture.ts", "export const a = Date.now();\n")).toEqual([]);
  });
});

describe("everywhere", () => {
  test.each([
    ["any", "export const a: any = 1;\n", /noExplicitAny/],
    ["an import that nobody uses", 'import { sep } from "node:path";\n', /noUnusedImports/],
    ["a non-null assertion", "export const a = (b: string | null) => b!.length;\n", /noNonNullAssertion/],
  ])("%s is refused", async (_, text, sign) => {
    expect((await lint("server/src/fixture.ts", text)).join("\n")).toMatch(sign);
  });
});
