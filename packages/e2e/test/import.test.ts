import { stat } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, type Visit } from "../src/browser";
import { applied, dropFiles, figure, load, nameSource } from "../src/import-page";
import { MESSY_EXPORTS, type MessyExport } from "../src/messy-exports";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const drop = async (given: MessyExport): Promise<Visit> =>
  dropFiles(browser, url, [{ name: given.file, bytes: await given.bytes() }]);

/** Says what the file does not; then has it read again where anything was said. */
async function answer(page: Page, given: MessyExport): Promise<void> {
  for (const option of given.say ?? []) await page.getByRole("radio", { name: option }).check();
  for (const [header, label] of given.columns ?? [])
    await page.getByLabel(`“${header}”列的含义`).selectOption({ label });
  await applied(page);
  for (const [word, label] of given.words ?? []) await page.getByLabel(`“${word}”的含义`).selectOption({ label });
  await applied(page);
  for (const [word, of] of given.units ?? [])
    await page.getByLabel(`“${word}”的处理`).selectOption({ label: `与“${of}”是同一单位` });
}

async function loadInto(page: Page, source: string): Promise<void> {
  await nameSource(page, source);
  await load(page);
}

describe("the steward's import", () => {
  test.each(MESSY_EXPORTS)("takes it as it is, or says why not: $name", async (given) => {
    const { page, complaints, strangers, close } = await drop(given);
    if (given.loaded === null) {
      expect(await page.getByTestId("refused").textContent()).toContain(given.refusal);
      expect(await page.getByTestId("load").isDisabled()).toBe(true);
    } else {
      await answer(page, given);
      await loadInto(page, `e2e-${MESSY_EXPORTS.indexOf(given)}`);
      expect(await figure(page, "新增流转记录")).toBe(given.loaded.events);
      expect(await figure(page, "拒收")).toBe(given.loaded.rejected);
      if (given.units) expect(await figure(page, "待确认单位"), "what was decided is no longer open").toBe(0);
    }
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await close();
  });

  test("nothing counts before the steward says so, and a reload loses none of the work", async () => {
    const given = MESSY_EXPORTS[3] as MessyExport;
    const { page, close } = await drop(given);
    expect(await page.getByTestId("load").isDisabled()).toBe(true);
    await page.getByRole("radio", { name: "月在前" }).check();
    await page.reload();
    await page.getByTestId("summary").waitFor();
    expect(await page.getByRole("radio", { name: "月在前" }).isChecked()).toBe(true);
    expect(await page.getByTestId("apply").isVisible()).toBe(true);
    await close();
  });

  test("shows what was left out and why, as a list and a workbook; and takes the whole batch back", async () => {
    const given = MESSY_EXPORTS[1] as MessyExport;
    const { page, close } = await drop({ ...given, file: "撤销.csv" });
    await loadInto(page, "e2e-undo");
    await page.getByRole("link", { name: "查看本次导入" }).click();
    await page.getByTestId("reject").first().waitFor();
    expect(await page.getByTestId("reject").count()).toBe(2);
    expect(await page.getByTestId("rejects").textContent()).toContain("待定");

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("rejects-workbook").click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect((await stat(await download.path())).size).toBeGreaterThan(1_000);

    const orders = async () => {
      await page.goto("/orders?source=e2e-undo");
      await page.waitForLoadState("networkidle");
      return page.getByTestId("orders").locator("tbody tr").count();
    };
    const here = page.url();
    expect(await orders()).toBe(2);
    await page.goto(here);
    await page.getByTestId("undo").click();
    expect(await page.getByRole("dialog").textContent()).toContain("10 行流转记录");
    await page.getByTestId("confirm").click();
    await page.getByText("已撤销").first().waitFor({ timeout: 30_000 });
    expect(await orders()).toBe(0);
    await close();
  });
});
