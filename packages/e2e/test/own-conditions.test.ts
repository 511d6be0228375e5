import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { barriers } from "../src/accessibility";
import { openBrowser, visit } from "../src/browser";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe("conditions of one's own", () => {
  test("are built row by row, counted and said meanwhile, and stand in the address", async () => {
    const { page, complaints, close } = await visit(browser, url, { as: "inspector" });
    await page.goto("/orders");
    await page.getByTestId("orders").waitFor();
    await page.getByTestId("own-conditions").click();
    const form = page.getByTestId("query-form");
    await form.getByTestId("query-add").click();
    await form.getByTestId("query-kind").nth(1).selectOption("count:rejected_returns");
    await page.waitForFunction(() =>
      /命中 [\d,]+ 件工单/.test(document.querySelector('[data-testid="query-count"]')?.textContent ?? ""),
    );
    expect(await form.getByTestId("query-said").textContent()).toBe("工单在办，且退单被驳回次数不少于 1 次");
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((address) => address.searchParams.has("own"));
    await page.waitForLoadState("networkidle");
    const own = JSON.parse(new URL(page.url()).searchParams.get("own") ?? "");
    expect(own).toEqual({
      is: "all",
      of: [
        { is: "state", state: "open" },
        { is: "count", what: "rejected_returns", at_least: 1 },
      ],
    });
    const colleague = await visit(browser, url, { as: "liaison" });
    await colleague.page.goto(page.url().slice(url.length));
    await colleague.page.getByTestId("orders").waitFor();
    const chip = await colleague.page.getByTestId("own-conditions").textContent();
    expect(chip).toContain("退单被驳回次数不少于 1 次");
    expect(complaints).toEqual([]);
    await colleague.close();
    await close();
  });

  test("on the watchlist they are asked of each finding, and a group says either", async () => {
    const { page, complaints, close } = await visit(browser, url, { as: "inspector" });
    await page.goto("/watchlist");
    await page.getByTestId("finding").first().waitFor();
    const all = await page.getByTestId("total").textContent();
    await page.getByTestId("own-conditions").click();
    const form = page.getByTestId("query-form");
    await form.getByTestId("query-add-group").click();
    await form.getByTestId("query-group").nth(1).getByTestId("query-kind").selectOption("overdue");
    await form.getByTestId("form-act").click();
    await page.waitForURL((address) => address.searchParams.has("own"));
    await page.waitForFunction(
      (before) => document.querySelector('[data-testid="total"]')?.textContent !== before,
      all,
    );
    expect(complaints).toEqual([]);
    await close();
  });

  test("are kept as a watch rule, whose matches have a list of their own", async () => {
    const { page, complaints, close } = await visit(browser, url, { as: "leader" });
    await page.goto("/watch");
    await page.getByTestId("watch-new").click();
    await page.getByTestId("query-kind").selectOption("count:rejected_returns");
    await page.getByTestId("query-form").getByTestId("form-act").click();
    await page.getByTestId("rule-form").getByLabel("名称").fill("有驳回");
    await page.getByTestId("rule-form").getByTestId("form-act").click();
    await page
      .getByRole("button", { name: /有驳回/ })
      .first()
      .click();
    await page.getByTestId("watch-matches").waitFor();
    expect(new URL(page.url()).searchParams.get("rule")).toMatch(/^\d+$/);
    expect(await page.getByTestId("watch-fresh").count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

test("the digest has a page of its own, and its mail is set on the account", async () => {
  const { page, complaints, close } = await visit(browser, url, { as: "inspector" });
  await page.goto("/digest");
  await page.getByRole("heading", { name: "每日摘要" }).waitFor();
  await page.goto("/account");
  await page.getByTestId("digest-setting").getByText("未配置邮件服务").waitFor();
  expect(complaints).toEqual([]);
  await close();
});
