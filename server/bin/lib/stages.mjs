import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { runNode } from "./child.mjs";
import { checked, countAgain, countReport, failedFiles, failuresOf } from "./counts.mjs";
import { commandOf, fromRoot, ROOT } from "./paths.mjs";
import { say } from "./say.mjs";
import { buildWeb } from "./web.mjs";

async function check(args) {
  const { code, text } = await runNode(args, {
    output: "capture",
    env: { FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
  });
  if (code !== 0) process.stdout.write(text);
  return checked(code === 0);
}

const CRUISED = ["packages", "server", "seed", "web", "--config", ".dependency-cruiser.cjs", "--output-type", "err"];

async function vitestOnce(name, args, env) {
  const report = fromRoot(".cache", "tests", `${name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runNode([commandOf("vitest"), "run", ...args, ...reporters], { env });
  return { code, report: existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null };
}

/** More failed files than this are no accident of a busy machine: they are not run again. */
const MOST_AGAIN = 3;

/**
 * Runs the tests of some projects. A few files that failed are run once more, alone, and their second word counts;
 * what failed only beside the others is named as unsteady.
 */
async function vitest(name, projects, env = {}) {
  const named = projects.flatMap((project) => ["--project", project]);
  const { code, report } = await vitestOnce(name, named, env);
  const failures = failuresOf(report, ROOT);
  const files = failedFiles(report);
  if (files.length === 0 || files.length > MOST_AGAIN) return { ...countReport(report, code), failures };
  process.stdout.write(`== ${name}, again: what failed, alone\n`);
  const again = await vitestOnce(`${name}-again`, [...named, ...files], env);
  const failedAgain = failuresOf(again.report, ROOT);
  const unsteady = failures.filter(({ test }) => !failedAgain.some((one) => one.test === test));
  return { ...countAgain(report, again.report, again.code), failures: failedAgain, unsteady };
}

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

async function endToEnd() {
  const chromium = CHROMIUM.find((path) => path !== undefined && existsSync(path));
  if (chromium !== undefined) return vitest("e2e", ["e2e"], { CHROMIUM_PATH: chromium });
  if (process.env.CI === "true") {
    say("端到端测试无法进行：未找到 Chromium。", "End-to-end tests cannot run: Chromium was not found.");
    return { passed: 0, failed: 1 };
  }
  say(
    "未找到 Chromium，已跳过端到端测试（可安装 chromium，或用 CHROMIUM_PATH 指明）。",
    "End-to-end tests are skipped: Chromium was not found (install chromium, or name it in CHROMIUM_PATH).",
  );
  return { passed: 0, failed: 0 };
}

const built = () =>
  buildWeb().then(
    () => checked(true),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      return checked(false);
    },
  );

/**
 * @typedef {{test: string, why: string}} Failure
 * @typedef {{passed: number, failed: number, failures?: Failure[], unsteady?: Failure[]}} Counts
 * @type {{name: string, needs: "nothing" | "database", run: () => Promise<Counts>}[]}
 */
export const STAGES = [
  { name: "types", needs: "nothing", run: () => check([commandOf("typescript", "tsc"), "-b", "--pretty", "false"]) },
  {
    name: "lint",
    needs: "nothing",
    run: () => check([commandOf("@biomejs/biome", "biome"), "check", "--error-on-warnings", "."]),
  },
  {
    name: "boundaries",
    needs: "nothing",
    run: () => check([commandOf("dependency-cruiser", "depcruise"), ...CRUISED]),
  },
  { name: "dead code", needs: "nothing", run: () => check([commandOf("knip"), "--no-progress"]) },
  { name: "unit", needs: "nothing", run: () => vitest("unit", ["unit", "web"]) },
  { name: "web build", needs: "database", run: built },
  { name: "database", needs: "database", run: () => vitest("database", ["database"]) },
  { name: "end to end", needs: "database", run: endToEnd },
];
