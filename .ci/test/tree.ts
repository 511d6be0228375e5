import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

/** A folder of its own with the files given (path: text), removed when `use` is done. */
export async function inTree<T>(files: Record<string, string>, use: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tianyan-tree-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    linkPackages(folder);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As pnpm does: `@tianyan/NAME` leads to packages/NAME, whose exports point at its src/index.ts. */
function linkPackages(folder: string) {
  const packages = join(folder, "packages");
  if (!existsSync(packages)) return;
  mkdirSync(join(folder, "node_modules/@tianyan"), { recursive: true });
  for (const name of readdirSync(packages)) {
    const manifest = { name: `@tianyan/${name}`, exports: { ".": "./src/index.ts" } };
    writeFileSync(join(packages, name, "package.json"), JSON.stringify(manifest));
    symlinkSync(join(packages, name), join(folder, "node_modules/@tianyan", name));
  }
}
