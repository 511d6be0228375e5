import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { barriers } from "../src/accessibility";
import { openBrowser, PHONE, visit } from "../src/browser";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

interface Folded {
  readonly order_id: string;
  /** How many stand behind the first. */
  readonly folded: number;
}

/** An order of which several findings stand on the list. */
async function foldedOrder(page: Page): Promise<Folded> {
  const { items } = await (await page.request.get("/api/findings?fold=order&limit=200")).json();
  const found = (items as readonly Folded[]).find(({ folded }) => folded > 1);
  if (!found) throw new Error("no order has several findings");
  return found;
}

const current = (page: Page) => page.locator('[data-testid="finding"][aria-selected="true"]');

test("a day begins order by order; a fold is opened, walked and closed by the keyboard", async () => {
  const { page, complaints, close } = await visit(browser, url);
  await page.goto("/");
  await page.waitForURL(/fold=order/);
  const { order_id, folded } = await foldedOrder(page);
  await page.goto(`/watchlist?fold=order&q=${order_id}`);
  const listHas = (count: number) =>
    page.waitForFunction((n) => document.querySelectorAll("[data-testid=finding]").length === n, count);
  await listHas(1);
  const total = `1 件工单，共 ${folded + 1} 条`;
  await page.getByTestId("total").filter({ hasText: total }).waitFor();
  expect(await page.getByTestId("fold").textContent()).toBe(`同单另 ${folded} 条`);
  await page.keyboard.press("j");
  const first = await current(page).getAttribute("id");
  await page.keyboard.press("ArrowRight");
  await listHas(folded + 1);
  expect(await page.getByTestId("fold").getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("j");
  expect(await current(page).getAttribute("id")).not.toBe(first);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("ArrowLeft");
  await listHas(1);
  expect(await current(page).getAttribute("id")).toBe(first);
  await page.keyboard.press("o");
  await listHas(folded + 1);
  // What is behind is chosen and acted upon as any other row.
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByTestId("bulk").getByText("已选 1 条").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "逐条" }).click();
  await page.waitForURL((address) => !address.search.includes("fold"));
  await page.getByTestId("fold").waitFor({ state: "detached" });
  await listHas(folded + 1);
  expect(complaints).toEqual([]);
  await close();
});

test("on a phone a fold is opened by a touch, and its order still opens", async () => {
  const { page, complaints, close } = await visit(browser, url, { viewport: PHONE, language: "en" });
  const { order_id, folded } = await foldedOrder(page);
  await page.goto(`/watchlist?fold=order&q=${order_id}`);
  await page.getByTestId("fold").click();
  await page
    .locator("[data-behind]")
    .nth(folded - 1)
    .waitFor();
  expect(new URL(page.url()).pathname).toBe("/watchlist");
  expect(await barriers(page)).toEqual([]);
  await page.locator("[data-behind]").first().click();
  await page.waitForURL((address) => address.pathname.includes(order_id));
  await page.getByTestId("confirmed-share").first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});
