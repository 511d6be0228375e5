import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ROOT } from "./tree";

const { checkNode, supported } = await import(join(ROOT, "server/bin/lib/node-version.mjs"));
const { countAgain, countReport, failuresOf } = await import(join(ROOT, "server/bin/lib/counts.mjs"));

describe("the launchers", () => {
  test.each(["20.19.0", "20.20.2", "22.12.0", "22.23.3", "24.0.0", "25.1.0"])("run on Node %s", (version) => {
    expect(supported(version)).toBe(true);
  });

  test.each(["16.20.2", "18.20.8", "20.18.3", "21.7.3", "22.11.0", "23.11.1"])("refuse Node %s", (version) => {
    expect(supported(version)).toBe(false);
  });

  test("say in one line of both languages what is wrong with a Node", () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const before = process.exitCode;
    checkNode("18.20.8");
    const said = write.mock.calls.map(([text]) => String(text)).join("");
    write.mockRestore();
    process.exitCode = before;
    expect(said).toMatch(/^当前 Node 版本为 18\.20\.8.* \/ This is Node 18\.20\.8: .*\n$/);
  });

  test("accept the same versions as package.json", () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(engines.node).toBe("^20.19.0 || ^22.12.0 || >=24");
  });
});

describe("the last line of a test run", () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  });
  const report = (passed: number, failed: number, ...files: object[]) => ({
    testResults: files,
    numPassedTests: passed,
    numFailedTests: failed,
  });

  test.each([
    ["tests that pass", report(2, 0, file("passed", "passed", "passed")), 0, { passed: 2, failed: 0 }],
    ["a test that fails", report(1, 1, file("failed", "passed", "failed")), 1, { passed: 1, failed: 1 }],
    [
      "a file that does not load",
      report(2, 0, file("passed", "passed", "passed"), file("failed")),
      1,
      { passed: 2, failed: 1 },
    ],
    ["an error outside of every test", report(1, 0, file("passed", "passed")), 1, { passed: 1, failed: 1 }],
    ["no test at all", report(0, 0), 0, { passed: 0, failed: 1 }],
    ["no report", null, 1, { passed: 0, failed: 1 }],
  ])("counts %s", (_, found, code, counts) => {
    expect(countReport(found, code)).toEqual(counts);
  });

  const named = (path: string, ...tests: [string, string][]) => ({
    name: `/house/${path}`,
    status: tests.some(([, status]) => status === "failed") ? "failed" : "passed",
    message: "does not load\nat a line",
    assertionResults: tests.map(([fullName, status]) => ({ fullName, status, failureMessages: ["why\nwhere"] })),
  });

  test("follows a line for everything that failed", () => {
    const whole = report(1, 1, named("a.test.ts", ["one", "passed"], ["two", "failed"]), {
      ...named("b.test.ts"),
      status: "failed",
    });
    expect(failuresOf(whole, "/house")).toEqual([
      { test: "a.test.ts > two", why: "why" },
      { test: "b.test.ts", why: "does not load" },
    ]);
    expect(failuresOf(null, "/house")).toEqual([]);
  });

  test.each([
    ["passes alone", "passed", 0, { passed: 3, failed: 0 }],
    ["fails alone too", "failed", 1, { passed: 2, failed: 1 }],
  ])("counts the second word about a file that %s", (_, status, code, counts) => {
    const first = report(
      2,
      1,
      named("a.test.ts", ["one", "passed"]),
      named("b.test.ts", ["two", "passed"], ["three", "failed"]),
    );
    const again = report(1 + (1 - code), code, named("b.test.ts", ["two", "passed"], ["three", status]));
    expect(countAgain(first, again, code)).toEqual(counts);
    expect(countAgain(first, null, 1)).toEqual({ passed: 1, failed: 1 });
  });
});
