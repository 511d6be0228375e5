import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const fromRoot = (...parts) => join(ROOT, ...parts);

/** The script behind a package's command: run by this Node, so that no shell and no PATH is needed. */
export function commandOf(packageName, command = packageName, folder = ".") {
  const place = fromRoot(folder, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  return join(place, typeof bin === "string" ? bin : bin[command]);
}
