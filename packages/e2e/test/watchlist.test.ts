import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, type Visit, visit } from "../src/browser";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function openWatchlist(path = "/"): Promise<Visit> {
  const opened = await visit(browser, url);
  await opened.page.goto(path);
  await opened.page.getByTestId("finding").first().waitFor();
  return opened;
}

const selected = (page: Page) => page.locator('[data-testid="finding"][aria-selected="true"]');

describe("the watchlist", () => {
  test("is the first thing one sees, with real findings, the worst first", async () => {
    const { page, complaints, close } = await openWatchlist();
    expect(new URL(page.url()).pathname).toBe("/watchlist");
    expect(await page.getByTestId("finding").count()).toBeGreaterThan(5);
    expect(await page.getByTestId("finding").first().textContent()).toMatch(/红|橙|黄/);
    expect(complaints).toEqual([]);
    await close();
  });

  test("is walked, opened and closed by the keyboard alone", async () => {
    const { page, close } = await openWatchlist();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = await selected(page).getAttribute("id");
    await page.keyboard.press("k");
    expect(await selected(page).getAttribute("id")).not.toBe(second);
    await page.keyboard.press("Enter");
    await page.getByTestId("order-pane").getByTestId("order-title").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("order-pane").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await close();
  });

  test("keeps what was asked in the address, so that a colleague sees the same", async () => {
    const { page, close } = await openWatchlist();
    await page.getByTestId("level-red").click();
    await page.waitForURL((address) => address.search.includes("red"));
    await page.waitForLoadState("networkidle");
    const colleague = await openWatchlist(page.url().slice(url.length));
    const total = await page.getByTestId("total").textContent();
    expect(await colleague.page.getByTestId("total").textContent()).toBe(total);
    const levels = await colleague.page.getByTestId("finding").allTextContents();
    expect(levels.filter((text) => !text.includes("红"))).toEqual([]);
    await colleague.close();
    await close();
  });

  test("finds an order by its number from every screen", async () => {
    const { page, close } = await openWatchlist();
    await page.keyboard.press("/");
    await page.keyboard.type("JD2021102801");
    await page.keyboard.press("Enter");
    await page.waitForURL((address) => address.search.includes("JD2021102801"));
    await page.getByTestId("orders").getByText("JD2021102801").first().waitFor();
    await close();
  });
});
