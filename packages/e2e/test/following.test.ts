import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { barriers } from "../src/accessibility";
import { openBrowser, visit } from "../src/browser";
import { type Product, startProduct } from "../src/product";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct({ orders: 50, settings: () => ({ WEBHOOK_HOSTS: "case.county.gov.cn" }) });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("the system administrator says whom to tell, and sees the secret once", async () => {
  const { page, complaints, close } = await visit(browser, product.url, { as: "system_admin" });
  await page.goto("/system/following");
  await page.getByText("允许推送的主机：case.county.gov.cn").waitFor();
  await page.getByTestId("add-webhook").click();
  const form = page.getByTestId("webhook-form");
  await form.getByLabel("系统名称").fill("案件管理系统");
  expect(await barriers(page)).toEqual([]);
  await form.getByTestId("form-act").click();
  expect(await page.getByTestId("follow-secret").textContent()).toMatch(/^whsec_[\w+/=]{44}$/);
  await page.reload();
  await page.getByTestId("webhooks").getByText("案件管理系统").waitFor();
  expect(await page.content()).not.toContain("whsec_");
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test("the rule keeper sets how long a stage of a case may take", async () => {
  const { page, complaints, close } = await visit(browser, product.url, { as: "rule_keeper" });
  await page.goto("/rules");
  await page.getByRole("link", { name: "办理期限" }).click();
  await page.getByTestId("deadlines").getByLabel("线索").fill("3");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText(/设定$/).waitFor();
  await page.reload();
  await expect.poll(() => page.getByTestId("deadlines").getByLabel("线索").inputValue()).toBe("3");
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
