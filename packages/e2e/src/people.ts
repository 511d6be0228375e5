import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { visit } from "./browser";
import { codeOf } from "./otp";

export const PASSWORD = "Yunxiu-2026-hotline";

/** A new person, added on screen by the security administrator; answers the one-time link. */
export async function addPerson(browser: Browser, url: string, name: string, login: string, post: string) {
  const { page, complaints, close } = await visit(browser, url, { as: "security_admin" });
  await page.goto("/people");
  await page.getByTestId("add-person").click();
  await page.getByLabel("姓名", { exact: true }).fill(name);
  await page.getByLabel("账号（登录用").fill(login);
  await page.getByTestId("post").selectOption({ label: post });
  await page.getByTestId("add-act").click();
  const link = (await page.getByTestId("link").textContent()) ?? "";
  expect(complaints).toEqual([]);
  await close();
  return link;
}

export async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再输一次新密码").fill(PASSWORD);
  await page.getByRole("button", { name: "设置密码" }).click();
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

export async function giveCode(page: Page, code: string, act = "验证"): Promise<void> {
  await page.getByLabel("验证码", { exact: true }).fill(code);
  await page.getByRole("button", { name: act, exact: true }).click();
}

export interface Enrolled {
  readonly secret: string;
  /** The code that was used up by it. */
  readonly used: string;
}

/** Sets up the second factor where the page offers it. */
export async function enrol(page: Page): Promise<Enrolled> {
  await page.getByTestId("enrol").click();
  const secret = (await page.getByTestId("factor-secret").textContent()) ?? "";
  const used = codeOf(secret);
  await giveCode(page, used, "完成绑定");
  return { secret, used };
}
