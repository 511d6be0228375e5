import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, visit } from "../src/browser";
import { codeOf } from "../src/otp";
import { addPerson, choosePassword, enrol, giveCode, PASSWORD, signIn } from "../src/people";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe("signing in", () => {
  test("who is nobody is led to the sign-in page, and afterwards to where they were going", async () => {
    const link = await addPerson(browser, url, "周明", "zhou.ming", "领导");
    const { page, complaints, close } = await visit(browser, url, { as: null });
    await page.goto(link);
    await choosePassword(page);
    await page.getByTestId("person").waitFor();
    expect(new URL(page.url()).pathname).toBe("/overview");
    await page.getByTestId("person").click();
    await page.getByTestId("sign-out").click();
    await page.getByLabel("密码").waitFor();
    await page.goto("/orders?q=%E8%B7%AF%E7%81%AF");
    await signIn(page, "zhou.ming", PASSWORD);
    await page.getByTestId("person").waitFor();
    expect(new URL(page.url()).pathname).toBe("/orders");
    expect(new URL(page.url()).searchParams.get("q")).toBe("路灯");
    expect(complaints.filter((text) => !text.includes("401"))).toEqual([]);
    await close();
  });

  test("an inspector sets up the second factor first; its codes count once", async () => {
    const link = await addPerson(browser, url, "钱进", "qian.jin", "监督员");
    const { page, close } = await visit(browser, url, { as: null });
    await page.goto(link);
    await choosePassword(page);
    const { secret, used } = await enrol(page);
    await page.getByTestId("person").waitFor();
    expect(new URL(page.url()).pathname).toBe("/watchlist");
    await page.getByTestId("person").click();
    await page.getByTestId("sign-out").click();
    await signIn(page, "qian.jin", PASSWORD);
    await giveCode(page, used);
    await page.getByTestId("error").waitFor();
    await giveCode(page, codeOf(secret, 1));
    await page.getByTestId("person").waitFor();
    await close();
  });

  test("a link works once; a wrong password is refused without saying what was wrong", async () => {
    const link = await addPerson(browser, url, "孙理", "sun.li", "领导");
    const first = await visit(browser, url, { as: null });
    await first.page.goto(link);
    await first.page.getByLabel("新密码", { exact: true }).waitFor();
    await first.close();
    const second = await visit(browser, url, { as: null });
    await second.page.goto(link);
    await second.page.getByTestId("error").waitFor();
    await second.page.getByRole("link", { name: "前往登录页" }).click();
    await signIn(second.page, "nobody.here", "x");
    const unknown = await second.page.getByTestId("error").textContent();
    await signIn(second.page, "sun.li", "x");
    const known = await second.page.getByTestId("error").textContent();
    const told = (text: string | null): string => (text ?? "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "");
    expect(told(known)).toBe(told(unknown));
    await second.close();
  });

  test("a disabled person is out at the next click", async () => {
    const link = await addPerson(browser, url, "李停", "li.ting", "领导");
    const person = await visit(browser, url, { as: null });
    await person.page.goto(link);
    await choosePassword(person.page);
    await person.page.getByTestId("person").waitFor();
    const admin = await visit(browser, url, { as: "security_admin" });
    await admin.page.goto("/people?q=li.ting");
    await admin.page.getByRole("link", { name: "李停" }).click();
    await admin.page.getByRole("button", { name: "停用", exact: true }).click();
    await admin.page.getByTestId("confirm").click();
    await admin.page.getByText("已停用").waitFor();
    await admin.close();
    await person.page.getByRole("link", { name: "工单" }).first().click();
    await person.page.getByLabel("密码").waitFor();
    await person.close();
  });
});

describe("posts", () => {
  test("an administrator sees nothing of the business, the business nothing of the administrators", async () => {
    const admin = await visit(browser, url, { as: "security_admin" });
    await admin.page.goto("/watchlist");
    await admin.page.getByTestId("empty").waitFor();
    expect(await admin.page.getByTestId("finding").count()).toBe(0);
    expect(await admin.page.getByTestId("as-of").count()).toBe(0);
    await admin.close();
    const inspector = await visit(browser, url, { as: "inspector" });
    await inspector.page.goto("/people");
    await inspector.page.getByTestId("empty").waitFor();
    expect(await inspector.page.getByTestId("people").count()).toBe(0);
    await inspector.close();
  });

  test("a unit contact sees findings of the own unit, and of others' work only unit and times", async () => {
    const { page, close } = await visit(browser, url, { as: "unit_contact" });
    await page.goto("/watchlist");
    await page.getByTestId("finding").first().waitFor();
    const scope = await page.getByTestId("scope").textContent();
    expect(scope).not.toBe("全县");
    await page.getByTestId("finding").first().click();
    await page.getByTestId("order-title").waitFor();
    expect(await page.locator("main").textContent()).toContain(scope ?? "");
    await close();
  });
});

test("what the single sign-on ended in is told in words of our own, and no other words are", async () => {
  const told = await visit(browser, url, { as: null });
  await told.page.goto("/sign-in?problem=sign_on.unknown");
  await told.page.getByText("在本系统没有对应的可用账号").waitFor();
  await told.page.goto("/sign-in?problem=%E8%AF%B7%E8%87%B4%E7%94%B5");
  await told.page.getByRole("button", { name: "登录" }).waitFor();
  expect(await told.page.getByText("请致电").count()).toBe(0);
  expect(told.complaints).toEqual([]);
  await told.close();
});
