import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { trustFigure } from "../../packages/db/test/support/trust";

const ROOT = join(import.meta.dirname, "../..");

process.env.RECHECK_SYNC_BACKEND = "pure";
const { checkSync } = await import("recheck");

/** Files of patterns that are slow in the square or the cube of what they are given, with what keeps that short. */
const SHORT: Readonly<Record<string, string>> = {
  "packages/api/src/accounts/common-passwords.ts": "passwords have a longest length",
  "packages/core/src/text/context.ts": "the few characters before a number",
  "packages/db/src/queries/ranges.ts": "what PostgreSQL writes of ranges of ours",
  "packages/ingest/src/readers/row-kinds.ts": "cells of 24 characters at most",
  "packages/ingest/src/xlsx/number-formats.ts": "codes of 255 characters at most",
  "packages/papers/src/check/identity.ts": "every repetition in it has its most",
  "packages/papers/src/facts/evidence.ts": "sentences of ours",
  "server/src/main.ts": "lines of ours",
  "server/bin/lib/install.mjs": "what pnpm says",
  "server/bin/lib/web.mjs": "what vite says",
  "server/src/logs/redact.ts": "cut to 20,000 characters before",
  "web/src/lib/agent.ts": "what a browser calls itself, cut by the server's limit of headers",
};

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const tree = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const PRODUCT = /^(?:packages\/(?:api|core|db|ingest|papers)|server|seed|web)\/(?:src|bin)\/.*\.(?:ts|tsx|mjs)$/;

const patterns = ["packages", "server", "seed", "web"]
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((path) => `${folder}/${path}`))
  .filter((file) => PRODUCT.test(file) && !file.includes("node_modules"))
  .flatMap(patternsIn);

test("no text, however hostile, makes a pattern slow, but where it is short", () => {
  const slow: string[] = [];
  const bounded = new Set<string>();
  for (const { file, source, flags } of patterns) {
    const found = checkSync(source, flags.replace("v", "u"), { timeout: 120_000 });
    if (found.status === "safe") continue;
    const type = found.status === "vulnerable" ? found.complexity.type : found.status;
    if (type === "polynomial" && SHORT[file] !== undefined) bounded.add(file);
    else slow.push(`${file}: /${source}/ ${type}`);
  }
  expect(slow).toEqual([]);
  expect([...bounded].sort()).toEqual(Object.keys(SHORT).sort());
  trustFigure(
    11,
    "regular expressions checked for catastrophic backtracking: exponential, slow on what may be long",
    `${patterns.length}: 0, 0`,
  );
}, 300_000);
