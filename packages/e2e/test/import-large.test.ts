import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../src/browser";
import { figure } from "../src/import-page";
import { type LargeExport, writeLargeExport } from "../src/million-rows";
import { type Product, startProduct } from "../src/product";

/** TIANYAN_LARGE_ROWS for fewer. */
const ROWS = Number(process.env.TIANYAN_LARGE_ROWS ?? 1_000_000);
const FILE = "全年流转.csv.gz";
/** All of a million rows in memory at once, as objects, are far more. */
const MOST_MB = 1_500;

let folder: string;
let given: LargeExport;
let product: Product;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-large-"));
  given = await writeLargeExport(join(folder, FILE), ROWS);
  // A county of its own: the other tests ask theirs, and a million rows would slow them down.
  product = await startProduct({ demo: false });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function dropAndLoad(page: Page): Promise<void> {
  await page.goto("/data/import");
  await page.getByTestId("drop").setInputFiles(join(folder, FILE));
  await page.getByTestId("summary").waitFor({ timeout: 60_000 });
  await page.getByTestId("load").click();
  await page.getByTestId("confirm").click();
  await page.getByTestId("progress").waitFor();
}

interface Seen {
  readonly percent: number;
  readonly text: string;
}

/** What the page told of its progress, every time it told something new, until `until` is there. */
async function watch(page: Page, until: string, patienceMs: number): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const end = Date.now() + patienceMs; Date.now() < end; await page.waitForTimeout(150)) {
    if (await page.getByTestId(until).isVisible()) return seen;
    const told = await page.evaluate(() => {
      const place = document.querySelector('[data-testid="progress"]');
      const percent = place?.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow") ?? null;
      return percent === null ? null : { percent: Number(percent), text: place?.textContent ?? "" };
    });
    if (told && told.text !== seen.at(-1)?.text) seen.push(told);
  }
  throw new Error(`no ${until} in time; last: ${JSON.stringify(seen.at(-1))}`);
}

test(`${ROWS} rows of a messy export are stopped, loaded, and accounted for to the last`, {
  timeout: 600_000,
}, async () => {
  const { page, complaints, close } = await visit(browser, product.url, { as: "data_steward" });
  await dropAndLoad(page);
  await page.getByTestId("progress").getByText("正在读取").waitFor({ timeout: 30_000 });
  await page.getByTestId("stop").click();
  await page.getByTestId("confirm").click();
  await page.getByText("导入已停止").waitFor({ timeout: 60_000 });
  await page.goto("/orders");
  await page.getByText("没有符合条件的工单").first().waitFor();

  const began = Date.now();
  await dropAndLoad(page);
  const seen = await watch(page, "result", 540_000);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${ROWS} rows: ${seconds} s from the drop to the result; the server held ${await product.mostMemory()} MB at most`,
  );

  const percents = seen.map(({ percent }) => percent);
  expect(percents, "it never goes back").toEqual(percents.toSorted((a, b) => a - b));
  expect(new Set(percents).size, "it moves").toBeGreaterThan(5);
  const reading = seen.filter(({ text }) => text.includes("正在读取"));
  expect(reading.length).toBeGreaterThan(1);
  for (const { text } of reading) expect(text).toMatch(/\d [KM]B \/ \d+(\.\d)? [KM]B/);
  expect(reading.some(({ text }) => /约剩 \d+ (秒|分钟)/.test(text))).toBe(true);
  expect(seen.some(({ text }) => text.includes("正在写入") && /约剩/.test(text))).toBe(true);

  expect((await figure(page, "新增流转记录")) + (await figure(page, "拒收"))).toBe(given.rows);
  expect(await figure(page, "拒收")).toBe(given.broken.length);
  expect((await product.mostMemory()) ?? 0).toBeLessThan(MOST_MB);

  await page.getByRole("link", { name: "查看本次导入" }).click();
  await page.getByTestId("reject").first().waitFor();
  const more = page.getByRole("button", { name: "加载更多" });
  while (await more.isVisible()) {
    const shown = await page.getByTestId("reject").count();
    await more.click();
    await page.getByTestId("reject").nth(shown).waitFor();
  }
  const told = await page
    .getByTestId("reject")
    .evaluateAll((rows) => rows.map((row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent ?? "")));
  expect(told.map(([, row]) => Number(row?.replaceAll(",", "")))).toEqual(given.broken.map(({ row }) => row));
  for (const [at, { value, because }] of given.broken.entries()) {
    expect(told[at]?.[3]).toContain(value === "" ? "（空）" : value);
    expect(told[at]?.[4]).toContain(because);
  }
  await page.goto("/data/history");
  await page.getByTestId("import").first().getByText(ROWS.toLocaleString("en")).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
