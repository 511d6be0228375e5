import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser, visit } from "../src/browser";

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("url");

/** Over every chart, so that what it tells about a mark is drawn. */
async function hoverCharts(page: Page): Promise<number> {
  let charts = 0;
  for (const chart of await page.locator("svg").all()) {
    const size = await chart.boundingBox();
    if (!size || size.width < 100) continue;
    charts++;
    await chart.scrollIntoViewIfNeeded();
    const box = (await chart.boundingBox()) ?? size;
    for (const share of [0.2, 0.5, 0.8, 0.95])
      await page.mouse.move(box.x + box.width * share, box.y + box.height * 0.6);
    await page.waitForTimeout(120);
  }
  return charts;
}

test("the policy of the page lets nothing inline in, and charts, lists and menus run under it without a complaint", async () => {
  const { page, complaints, close } = await visit(browser, url);
  const answer = await page.goto("/overview");
  expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
  await page.waitForFunction(
    () => [...document.querySelectorAll("svg")].filter((svg) => svg.clientWidth > 100).length > 3,
  );
  expect(await hoverCharts(page)).toBeGreaterThan(3);
  await page.goto("/watchlist");
  await page.getByRole("navigation").first().waitFor();
  await page.mouse.wheel(0, 4_000);
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("what is put into the page from outside does not run", async () => {
  const { page, complaints, close } = await visit(browser, url);
  await page.goto("/watchlist");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.wasRun = true";
    document.body.append(script);
    const image = document.createElement("div");
    image.innerHTML = '<img src="x" onerror="window.wasRun = true">';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return "wasRun" in window;
  });
  expect(ran).toBe(false);
  expect(complaints.join()).toContain("content policy: script-src");
  await close();
});

test("the viewer of the API shows an operation, and calls it", { timeout: 150_000 }, async () => {
  const { page, complaints, strangers, close } = await visit(browser, url);
  // It resolves the whole document first, which takes a busy machine half a minute.
  page.setDefaultTimeout(90_000);
  await page.goto("/api/docs");
  const operation = page.locator('.opblock-summary:has-text("/api/rules")').first();
  // Only what is in sight is there.
  await page.locator(".opblock-summary").first().waitFor();
  while ((await operation.count()) === 0) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(100);
  }
  await operation.click();
  await page.getByRole("button", { name: "Try it out" }).first().click();
  await page.getByRole("button", { name: "Execute" }).first().click();
  await expect
    .poll(() => page.locator(".live-responses-table .response-col_status").last().textContent())
    .toContain("200");
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
  await close();
});
