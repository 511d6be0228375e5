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

  test("a view is saved by name, shared, and says when it was changed since", async () => {
    const { page, complaints, close } = await openWatchlist("/watchlist?level=red");
    await page.getByTestId("views").click();
    await page.getByTestId("view-save").click();
    await page.getByLabel("视图名称").fill("红色预警");
    await page.getByRole("checkbox", { name: "共享给" }).check();
    await page.getByTestId("form-act").click();
    await page.getByTestId("views").filter({ hasText: "红色预警" }).waitFor();
    await page.getByTestId("level-orange").click();
    await page.getByTestId("views").filter({ hasText: "●" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
    const colleague = await visit(browser, url, { as: "leader" });
    await colleague.page.goto("/watchlist");
    await colleague.page.getByTestId("views").click();
    await colleague.page.getByRole("menuitem", { name: "红色预警" }).click();
    await colleague.page.waitForURL(/level=red/);
    expect(await colleague.page.getByTestId("level-red").getAttribute("aria-pressed")).toBe("true");
    await colleague.close();
  });
});
