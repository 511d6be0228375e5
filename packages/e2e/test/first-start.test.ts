import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { barriers, scrollsSideways } from "../src/accessibility";
import { DESKTOP, openBrowser, PHONE, visit } from "../src/browser";
import { type Product, startProduct } from "../src/product";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct({ loading: true, orders: 12_000 });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("the pages are there at once and tell how far the county is, until all of it is in", async () => {
  const desk = await visit(browser, product.url, { viewport: DESKTOP });
  const { page } = desk;
  await page.goto("/watchlist");
  const strip = page.getByTestId("demo-loading");
  await strip.waitFor();
  expect(await strip.textContent()).toMatch(/正在载入演示县数据：[\d,]+ \/ 12,000 件工单/);
  // Not a list that looks as if there were nothing to look at.
  expect(await page.getByTestId("empty").count()).toBe(0);

  const phone = await visit(browser, product.url, { viewport: PHONE, language: "en" });
  await phone.page.goto("/orders");
  await phone.page.getByTestId("demo-loading").waitFor();
  expect(await phone.page.getByTestId("demo-loading").textContent()).toMatch(/of 12,000 orders/);
  expect(await scrollsSideways(phone.page)).toBe(false);

  const seen = new Set<string>();
  for (const until = Date.now() + 150_000; Date.now() < until && (await strip.count()) > 0; ) {
    seen.add((await strip.textContent({ timeout: 2_000 }).catch(() => null)) ?? "");
    await page.waitForTimeout(200);
  }
  expect(await strip.count()).toBe(0);
  const counts = [...seen].map((text) => Number(/：([\d,]+) \//.exec(text)?.[1]?.replaceAll(",", "") ?? 0));
  expect(counts.filter((count) => count > 0)).toEqual(counts.filter((count) => count > 0).sort((a, b) => a - b));
  expect([...seen].some((text) => text.includes("约剩"))).toBe(true);

  // What is in shows by itself.
  await page.getByTestId("findings").waitFor({ timeout: 10_000 });
  expect(Number((await page.getByTestId("total").textContent())?.replace(/\D/g, ""))).toBeGreaterThan(100);
  expect(await barriers(page)).toEqual([]);
  const steward = await visit(browser, product.url, { as: "data_steward" });
  await steward.page.goto("/data/history");
  await steward.page.getByText("系统演示数据").first().waitFor();
  expect(await steward.page.getByTestId("imports").textContent()).toContain("演示县-工单");
  for (const { strangers, complaints, close } of [desk, phone, steward]) {
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }
}, 240_000);
