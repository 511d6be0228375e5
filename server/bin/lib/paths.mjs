import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const fromRoot = (...parts) => join(ROOT, ...parts);

/** The script behind a package's command: run by this Node, so that no shell and no PATH is needed. */
export function commandOf(packageName, command = packageName, folder = ".") {
  const manifestPath = createRequire(fromRoot(folder, "package.json")).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifestPath);
  return join(dirname(manifestPath), typeof bin === "string" ? bin : bin[command]);
}
