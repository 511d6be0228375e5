import { writeWorkbook } from "@tianyan/ingest";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "../src/browser";
import { applied, dropFiles, figure, load, nameSource } from "../src/import-page";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const HEADER = ["工单编号", "操作时间", "操作类型", "操作单位", "接收单位"];
const history = (id: string): string[][] => [
  [id, "2024-03-05 09:00:00", "受理", "热线中心", ""],
  [id, "2024-03-05 09:00:00", "派单", "热线中心", "城管局"],
  [id, "2024-03-06 15:00:00", "办结", "城管局", ""],
];
const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.join(",")).join("\r\n"));

async function workbook(sheets: Parameters<typeof writeWorkbook>[0]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeWorkbook(sheets)) parts.push(part);
  return Buffer.concat(parts);
}

/** The card of a table, by its name. */
const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();
const settled = (page: Page) => page.locator('[aria-busy="false"]').first().waitFor();

describe("on the import page a steward says of a single table", () => {
  test("that it is not to be loaded", async () => {
    const bytes = await workbook([
      { name: "三月", columns: HEADER, rows: history("T1-1") },
      { name: "作废", columns: HEADER, rows: [["T1-2", "不详", "受理", "热线中心", ""], ...history("T1-3")] },
    ]);
    const { page, complaints, close } = await dropFiles(browser, url, [{ name: "两月.xlsx", bytes }]);
    expect(await page.getByTestId("summary").textContent()).toContain("可导入 6 行，将拒收 1 行");
    await card(page, "两月.xlsx#作废").getByRole("checkbox", { name: "导入此表" }).uncheck();
    await page.getByText("可导入 3 行，将拒收 0 行。").waitFor();
    await page.reload();
    await page.getByText("可导入 3 行，将拒收 0 行。").waitFor();
    expect(await card(page, "两月.xlsx#作废").getByRole("checkbox").isChecked()).toBe(false);
    await nameSource(page, "e2e-tables-1");
    await load(page);
    expect(await figure(page, "新增流转记录")).toBe(3);
    expect(await figure(page, "重新研判工单")).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what it is, where its headers do not tell", async () => {
    const bytes = csv([["甲", "乙", "丙"], ...history("T2-1").map((row) => row.slice(0, 3))]);
    const { page, close } = await dropFiles(browser, url, [{ name: "无名.csv", bytes }]);
    expect(await page.getByTestId("refused").textContent()).toContain("无法从表头判断");
    await card(page, "无名.csv").getByLabel("内容").selectOption({ label: "流转记录" });
    await page.getByTestId("refused").waitFor({ state: "detached" });
    await page.getByText("缺少必需的列：工单编号、时间、操作类型").waitFor();
    for (const [header, label] of [
      ["甲", "工单编号"],
      ["乙", "时间"],
      ["丙", "操作类型"],
    ] as const)
      await page.getByLabel(`“${header}”列的含义`).selectOption({ label });
    await applied(page);
    await settled(page);
    await nameSource(page, "e2e-tables-2");
    await load(page);
    expect(await figure(page, "新增流转记录")).toBe(3);
    await close();
  });

  test("which way its rows run, each by itself", async () => {
    const { page, close } = await dropFiles(browser, url, [
      { name: "正序.csv", bytes: csv([HEADER, ...history("T3-1")]) },
      { name: "倒序.csv", bytes: csv([HEADER, ...history("T3-2").reverse()]) },
    ]);
    expect(await page.getByTestId("questions").textContent()).toContain("倒序.csv");
    expect(await page.getByTestId("questions").getByRole("listitem").count()).toBe(1);
    expect(await card(page, "正序.csv").getByLabel("次序").inputValue()).toBe("oldest-first");
    await page.getByRole("radio", { name: "新的在前，从后往前读" }).check();
    expect(await card(page, "倒序.csv").getByLabel("次序").inputValue()).toBe("newest-first");
    await nameSource(page, "e2e-tables-3");
    await load(page);
    for (const id of ["T3-1", "T3-2"]) {
      const answer = await page.request.get(`/api/orders/e2e-tables-3/${id}`);
      const { events } = (await answer.json()) as { events: readonly { kind: string }[] };
      // Accepted and dispatched within one second: only the order of the rows tells which came first.
      expect(events.map(({ kind }) => kind)).toEqual(["accepted", "dispatched", "completed"]);
    }
    await close();
  });
});
