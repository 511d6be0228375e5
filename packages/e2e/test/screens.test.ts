import type { Post } from "@tianyan/api";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { barriers, scrollsSideways } from "../src/accessibility";
import { DESKTOP, openBrowser, PHONE, visit } from "../src/browser";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Every screen, seen by a post that uses it. */
const SCREENS: readonly (readonly [Post | null, string])[] = [
  [null, "/sign-in"],
  [null, "/enter"],
  ["inspector", "/watchlist"],
  ["leader", "/overview"],
  ["liaison", "/orders"],
  ["unit_contact", "/watchlist"],
  ["liaison", "/cases"],
  ["leader", "/cases"],
  ["liaison", "/measures"],
  ["unit_contact", "/measures"],
  ["inspector", "/units"],
  ["rule_keeper", "/rules"],
  ["rule_keeper", "/rules/deadlines"],
  ["inspector", "/account"],
  ["data_steward", "/data/import"],
  ["data_steward", "/data/history"],
  ["data_steward", "/data/sources"],
  ["data_steward", "/data/keys"],
  ["data_steward", "/data/units"],
  ["data_steward", "/data/competence"],
  ["data_steward", "/data/categories"],
  ["data_steward", "/data/holidays"],
  ["security_admin", "/people"],
  ["security_admin", "/people/sessions"],
  ["security_admin", "/people/policy"],
  ["auditor", "/audit"],
  ["auditor", "/audit/chain"],
  ["system_admin", "/system"],
  ["system_admin", "/system/following"],
];

const WAYS = SCREENS.flatMap(([as, path]) => [
  { as, path, language: "zh" as const, size: "desktop", viewport: DESKTOP },
  { as, path, language: "en" as const, size: "phone", viewport: PHONE },
]);

describe("every screen", () => {
  test.each(WAYS)(
    "$path as $as ($language, $size) opens, keeps nobody out, and calls nobody",
    async ({ as, path, language, viewport }) => {
      const { page, strangers, complaints, close } = await visit(browser, url, { as, language, viewport });
      await page.goto(path, { waitUntil: "networkidle" });
      await page.locator("main").waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(language === "zh" ? "zh-CN" : "en");
      expect(await barriers(page)).toEqual([]);
      expect(strangers).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await scrollsSideways(page), "the page must not scroll sideways").toBe(false);
      await close();
    },
  );

  test("the API describes itself without a call outside", async () => {
    const { page, strangers, complaints, close } = await visit(browser, url);
    await page.goto("/api/docs", { waitUntil: "networkidle" });
    await page.getByText("/api/findings", { exact: true }).first().waitFor();
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
