/**
 * `pnpm trust [NAME …]`: runs the tests of trust at their full counts, those of the files that NAME is a part of or all, and writes their
 * figures to docs/trust.md. A failed test writes nothing.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { type Figure, merged, page, readPage, type Section } from "./trust/page";

const ROOT = join(import.meta.dirname, "../../..");
const PAGE = join(ROOT, "docs/trust.md");
const HOURS = 4;

/** Every test file that tells a figure, itself or by what it calls. */
async function filesOf(names: readonly string[]): Promise<string[]> {
  const folders = ["server/test", "seed/test", "web/test"];
  for (const name of await readdir(join(ROOT, "packages"))) folders.push(`packages/${name}/test`);
  const found: string[] = [];
  for (const folder of folders.filter((path) => existsSync(join(ROOT, path))))
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = relative(ROOT, join(entry.parentPath, entry.name));
      if (!entry.isFile() || !/\.test\.tsx?$/.test(path)) continue;
      if (names.length > 0 && !names.some((name) => path.includes(name))) continue;
      if ((await readFile(join(ROOT, path), "utf8")).includes("/support/trust")) found.push(path);
    }
  return found.sort();
}

/** One file at a time: others on the machine would be in the times. */
async function runTests(files: readonly string[], out: string): Promise<boolean> {
  const limit = String(HOURS * 3_600_000);
  const vitest = join(dirname(createRequire(join(ROOT, "package.json")).resolve("vitest/package.json")), "vitest.mjs");
  const options = ["run", ...files, "--no-file-parallelism", `--testTimeout=${limit}`, `--hookTimeout=${limit}`];
  const child = spawn(process.execPath, [vitest, ...options], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, TRUST: "full", TRUST_OUT: out },
  });
  const [code] = await once(child, "exit");
  return code === 0;
}

const folder = await mkdtemp(join(tmpdir(), "tianyan-trust-"));
try {
  const out = join(folder, "figures.ndjson");
  const names = process.argv.slice(2);
  const files = await filesOf(names);
  if (files.length > 0 && (await runTests(files, out))) {
    const told = (await readFile(out, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Figure | Section);
    const fresh = {
      figures: told.filter((one) => "line" in one),
      sections: told.filter((one) => "title" in one),
    };
    const old =
      names.length > 0 && existsSync(PAGE) ? readPage(await readFile(PAGE, "utf8")) : { figures: [], sections: [] };
    const all = merged(old, fresh);
    await writeFile(PAGE, page(all, new Date().toISOString().slice(0, 10)));
    for (const { line, what, value } of all.figures) console.log(`${line} · ${what}: ${value}`);
    console.log("written to docs/trust.md");
  } else process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
