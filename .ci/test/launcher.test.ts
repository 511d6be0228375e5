import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ROOT } from "./tree";

const { checkNode, supported } = await import(join(ROOT, "server/bin/lib/node-version.mjs"));

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
