import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { barriers } from "../src/accessibility";
import { openBrowser, visit } from "../src/browser";
import { fillForm } from "../src/case-page";
import { type Product, startProduct } from "../src/product";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct({
    orders: 50,
    settings: (url) => ({
      PUBLIC_URL: url,
      OIDC_ISSUER: "http://127.0.0.1:9/realms/county",
      OIDC_CLIENT_ID: "tianyan",
      OIDC_CLIENT_SECRET: "invented",
      OIDC_NAME: "县统一身份认证",
    }),
  });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("who a person is to the single sign-on is bound, changed and taken away on the person's page", async () => {
  const { page, complaints, close } = await visit(browser, product.url, { as: "security_admin" });
  await page.goto("/people");
  await page.getByRole("link", { name: "沈明远" }).click();
  const part = page.getByTestId("sign-on-binding");
  await part.getByText("尚未绑定").waitFor();
  expect(await part.getByRole("heading").textContent()).toBe("统一身份认证（县统一身份认证）");
  for (const subject of ["330781-0001", "330781-0002"]) {
    await part.getByTestId("bind").click();
    await fillForm(page, "bind-form", { "用户标识（统一身份认证平台中的唯一编号）": subject });
    await part.getByText(`用户标识：${subject}`).waitFor();
  }
  expect(await barriers(page)).toEqual([]);
  await part.getByTestId("unbind").click();
  await page.getByRole("dialog").getByRole("button", { name: "解除绑定" }).click();
  await part.getByText("尚未绑定").waitFor();
  expect(complaints).toEqual([]);
  await close();
});
