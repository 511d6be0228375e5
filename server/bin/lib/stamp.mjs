import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fromRoot } from "./paths.mjs";

const LEFT_OUT = new Set(["node_modules", "dist", "test", ".cache"]);

function* filesUnder(path) {
  const found = statSync(fromRoot(path), { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) return yield path;
  for (const name of readdirSync(fromRoot(path)).sort()) if (!LEFT_OUT.has(name)) yield* filesUnder(join(path, name));
}

/** A hash over names and contents of files and folders, given from the root of the checkout. */
export function hashOf(paths, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const path of paths) {
    for (const file of filesUnder(path)) hash.update(`\0${file}\0`).update(readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}

export function readStamp(path) {
  try {
    return readFileSync(fromRoot(path), "utf8").trim();
  } catch {
    return null;
  }
}

export function writeStamp(path, stamp) {
  mkdirSync(dirname(fromRoot(path)), { recursive: true });
  writeFileSync(fromRoot(path), `${stamp}\n`);
}
