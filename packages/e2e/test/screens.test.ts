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

const SCREENS = [
  "/watchlist",
  "/overview",
  "/orders",
  "/units",
  "/rules",
  "/data/import",
  "/data/history",
  "/data/sources",
  "/data/units",
  "/data/competence",
  "/data/categories",
  "/data/holidays",
];

const WAYS = SCREENS.flatMap((path) => [
  { path, language: "zh" as const, size: "desktop", viewport: DESKTOP },
  { path, language: "en" as const, size: "phone", viewport: PHONE },
]);

describe("every screen", () => {
  test.each(WAYS)(
    "$path ($language, $size) opens for everybody, and calls nobody",
    async ({ path, language, viewport }) => {
      const { page, strangers, complaints, close } = await visit(browser, url, { language, viewport });
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
