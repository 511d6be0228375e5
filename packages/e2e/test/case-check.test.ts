import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { barriers } from "../src/accessibility";
import { openBrowser, visit } from "../src/browser";
import { fillForm, openCase, standsAt } from "../src/case-page";
import { arrive } from "../src/colleagues";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A unit that the contact of the demonstration speaks for. */
async function unitOf(contact: Page): Promise<{ readonly code: string; readonly name: string }> {
  const { actor } = await (await contact.request.get("/api/meta")).json();
  const { units } = await (await contact.request.get("/api/units")).json();
  const code = actor.scope.units[0];
  return (units as readonly { code: string; name: string }[]).find((one) => one.code === code) ?? { code, name: code };
}

test("a visit opens a case; the unit reports with a file, and the liaison officer reads it", {
  timeout: 120_000,
}, async () => {
  const contact = await visit(browser, url, { as: "unit_contact" });
  const unit = await unitOf(contact.page);
  const liaison = await arrive(browser, url, { name: "傅清", login: "fu.qing", post: "liaison", units: null });
  const { page } = liaison;

  await page.goto("/cases");
  await page.getByTestId("open-case").click();
  const form = page.getByTestId("open-form");
  await form.getByLabel("案由").fill("暗访发现窗口空岗");
  await form.getByTestId("filter-case-units").click();
  await page.getByLabel(unit.name, { exact: true }).check();
  // Escape closes the choices; what was typed stays.
  await page.keyboard.press("Escape");
  expect(await form.getByLabel("案由").inputValue()).toBe("暗访发现窗口空岗");
  expect(await form.getByTestId("form-act").isDisabled(), "a check that is not told whole").toBe(true);
  expect(await barriers(page)).toEqual([]);
  await fillForm(page, "open-form", { 方式: "暗访", 地点: "政务大厅 3 号窗口", 核查情况: "上午十点空岗，群众排队。" });
  await page.getByTestId("case").waitFor();
  const number = (await page.getByTestId("case-number").textContent()) ?? "";
  await page.getByText("由检查开案").waitFor();
  await page.getByText("政务大厅 3 号窗口").waitFor();
  await page.getByTestId("move-to_supervise").click();
  await fillForm(page, "move", {});
  await standsAt(page, "督办");
  await page.getByTestId("add-measures").click();
  await fillForm(page, "measure-form", { 单位: unit.name, 问题: "窗口空岗", 整改要求: "落实 AB 岗。" });

  await contact.page.goto("/measures");
  const asked = contact.page.getByTestId("measure").filter({ hasText: number });
  const text = "AB 岗排班表";
  await asked
    .getByTestId("evidence")
    .setInputFiles({ name: "排班表.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await asked.getByRole("link", { name: "排班表.txt" }).waitFor();
  const page2 = { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<html></html>") };
  await asked.getByTestId("evidence").setInputFiles(page2);
  await asked.getByTestId("error").getByText("只接受 PDF").waitFor();
  await asked.getByTestId("report").click();
  await fillForm(contact.page, "report-form", { 整改情况: "已落实 AB 岗，排班表见附件。" });
  expect(await barriers(contact.page)).toEqual([]);

  // What came in is counted on the desk, and opens the ledger.
  await page.goto("/cases");
  await page.getByTestId("to-check").click();
  await page.getByTestId("measure").filter({ hasText: number }).getByRole("link", { name: "排班表.txt" }).waitFor();
  await openCase(page, number);
  const link = page.getByTestId("measure").getByRole("link", { name: "排班表.txt" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(await readFile(await download.path(), "utf8")).toBe(text);
  expect(liaison.complaints).toEqual([]);
  await liaison.close();
  await contact.close();
});
