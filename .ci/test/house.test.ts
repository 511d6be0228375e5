import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./tree";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Manifest {
  packageManager?: string;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
const FOLDERS = [
  ".",
  "server",
  "web",
  "seed",
  ...readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}`),
];
const manifest = (folder: string): Manifest => JSON.parse(read(`${folder}/package.json`));
const declared = FOLDERS.flatMap((folder) => {
  const { dependencies, devDependencies } = manifest(folder);
  return Object.entries({ ...dependencies, ...devDependencies });
}).filter(([name]) => !name.startsWith("@tianyan/"));

describe("dependencies", () => {
  test("each is pinned to one exact version, the same everywhere", () => {
    const versions = new Map<string, Set<string>>();
    for (const [name, version] of declared) versions.set(name, (versions.get(name) ?? new Set()).add(version));
    const loose = [...versions].filter(
      ([, found]) => found.size > 1 || ![...found].every((one) => /^\d+\.\d+\.\d+/.test(one)),
    );
    expect(loose).toEqual([]);
  });

  test("each stands in its decision record, and nothing else does", () => {
    const listed = [...read("docs/decisions/0010-dependencies.md").matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual([...new Set(declared.map(([name]) => name))].sort());
  });
});

const PAGES = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs/decisions")).map((name) => `docs/decisions/${name}`),
];

describe("pages", () => {
  test.each(PAGES)("every link of %s leads somewhere", (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link ?? "");
    const local = links.filter((link) => !/^https?:/.test(link));
    expect(local.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  test("every decision stands in the list of decisions", () => {
    const records = readdirSync(join(ROOT, "docs/decisions")).filter((name) => /^\d{4}-/.test(name));
    const listed = [...read("docs/decisions/README.md").matchAll(/\]\((\d{4}-[^)]+)\)/g)].map(([, name]) => name);
    expect(listed).toEqual(records.sort());
  });

  test("both READMEs name the same settings and commands, and the pinned pnpm", () => {
    const names = (page: string) => [...read(page).matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    expect(names("README.zh-CN.md")).toEqual(names("README.md"));
    for (const page of ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"]) {
      expect(read(page)).toContain(`npx --yes ${manifest(".").packageManager}`);
    }
  });

  test("every command of the READMEs exists", () => {
    const commands = [...read("README.md").matchAll(/^\| `pnpm tianyan ([a-z]+)/gm)].map(([, name]) => name);
    expect(commands.filter((name) => !existsSync(join(ROOT, `server/src/cli/${name}.ts`)))).toEqual([]);
  });
});
