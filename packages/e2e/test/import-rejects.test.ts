import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "../src/browser";
import { applied, dropFiles, dropOn, figure, load, nameSource } from "../src/import-page";
import { mendWorkbook } from "../src/mend";

const url = inject("url");
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "tianyan-rejects-"));
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Of a vendor with words of its own, and headers that end on `own`; three rows that cannot be used, in three ways. */
const exportOf = (id: string, own: string): Buffer =>
  Buffer.from(
    [
      `工单编号,何时${own},何事${own},何处${own},去往何处${own}`,
      `${id}-1,2024-03-05 09:00:00,受理,热线中心,`,
      `${id}-1,2024-03-05 10:00:00,往下派,热线中心,城管局`,
      `${id}-1,待定,办结,城管局,`,
      `${id}-2,2024-03-05 09:00:00,受理,热线中心,`,
      `,2024-03-05 10:00:00,往下派,热线中心,城管局`,
      `${id}-2,2024-03-06 10:00:00,,城管局,`,
    ].join("\r\n"),
  );
const ROWS = 6;
const BROKEN = 3;

/** Says once what the table is, what its columns and its words mean: its headers look like those of orders. */
async function explain(page: Page, own: string): Promise<void> {
  await page.getByLabel("内容", { exact: true }).selectOption({ label: "流转记录" });
  await page
    .getByLabel(`“何时${own}”列的含义`)
    .locator("option", { hasText: "操作类型" })
    .first()
    .waitFor({ state: "attached" });
  const meanings = { 何时: "时间", 何事: "操作类型", 何处: "操作单位", 去往何处: "去向单位" };
  for (const [header, label] of Object.entries(meanings))
    await page.getByLabel(`“${header}${own}”列的含义`).selectOption({ label });
  await applied(page);
  await page.getByLabel("“往下派”的含义").selectOption({ label: "派单" });
  await applied(page);
}

async function downloadRejects(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("rejects-workbook").click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** What is missing is filled in, what is wrong is put right. */
const mend = (path: string, id: string): Promise<number> =>
  mendWorkbook(path, (header, cell) =>
    header === "工单编号"
      ? cell || `${id}-2`
      : header.startsWith("何事")
        ? cell || "办结"
        : cell.replace(/^待定$/, "2024-03-06 15:00:00"),
  );

describe.each([
  ["whose profile was saved", "save", "甲", "已套用保存的配置"],
  ["whose profile nobody saved", "leave", "乙", "拒收明细，已沿用"],
] as const)("rejects of a source %s", (_, profile, own, notice) => {
  test("are downloaded, mended and loaded again through the screen, and nothing is asked twice", async () => {
    const id = `R${profile}`;
    const { page, complaints, close } = await dropFiles(browser, url, [{ name: "三月.csv", bytes: exportOf(id, own) }]);
    await explain(page, own);
    await nameSource(page, `e2e-rejects-${profile}`);
    if (profile === "save") {
      await page.getByTestId("save-profile").click();
      await page.getByText("已保存配置").waitFor();
    }
    await load(page);
    expect(await figure(page, "新增流转记录")).toBe(ROWS - BROKEN);
    expect(await figure(page, "拒收")).toBe(BROKEN);

    const path = await downloadRejects(page);
    expect(await mend(path, id)).toBe(BROKEN);
    await dropOn(page, [{ name: "改好的.xlsx", bytes: await readFile(path) }]);
    expect(await page.getByTestId("summary").textContent()).toContain(notice);
    expect(await page.getByTestId("questions").isVisible()).toBe(false);
    expect(await page.getByTestId("words").isVisible()).toBe(false);
    expect(await page.getByTestId("rejects-preview").textContent()).toContain("没有将被拒收的行");
    await load(page);
    expect(await figure(page, "新增流转记录")).toBe(BROKEN);
    expect(await figure(page, "拒收")).toBe(0);

    await page.goto(`/orders?source=e2e-rejects-${profile}`);
    await page.getByText(`${id}-2`).first().waitFor();
    expect(await page.getByTestId("orders").locator("tbody tr").count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });
});
