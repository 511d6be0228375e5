import { readFile } from "node:fs/promises";
import { loadProfile } from "@tianyan/ingest";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { barriers, scrollsSideways } from "../src/accessibility";
import { DESKTOP, openBrowser, PHONE, visit } from "../src/browser";
import { dropOn } from "../src/import-page";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const HEADERS = ["工单编号", "钟点", "动作"];
const FILE = { name: "四月.csv", bytes: Buffer.from(`${HEADERS.join(",")}\nP-1,2024-03-05 09:00:00,往下派\n`) };

const WAYS = [
  {
    language: "zh",
    size: "desktop",
    viewport: DESKTOP,
    word: "往下派 → 派单",
    gone: "还没有保存过配置",
  },
  {
    language: "en",
    size: "phone",
    viewport: PHONE,
    word: "往下派 → dispatched",
    gone: "No profile was saved yet",
  },
] as const;

describe("profiles that were saved", () => {
  test.each(WAYS)("are shown, taken along and deleted ($language, $size)", async ({ language, viewport, ...words }) => {
    const source = `e2e-profile-${language}`;
    const { page, complaints, close } = await visit(browser, url, { as: "data_steward", language, viewport });
    for (const { source: left } of (await (await page.request.get("/api/profiles")).json()).profiles)
      await page.request.delete(`/api/profiles/${left}`);
    const document = {
      name: "某供应商",
      shape: "event",
      events: { order_id: "工单编号", at: "钟点", kind: "动作" },
      kinds: { 往下派: "dispatched" },
    };
    const saved = await page.request.put(`/api/profiles/${source}`, { data: { document, headers: [HEADERS] } });
    expect(saved.ok()).toBe(true);

    await page.goto("/data/sources", { waitUntil: "networkidle" });
    await page.getByTestId("profile").locator("summary").click();
    const told = (await page.getByTestId("profile").textContent())?.toLowerCase() ?? "";
    expect(told).toContain("某供应商");
    expect(told).toContain(words.word.toLowerCase());
    expect(told).toContain("钟点 → ");
    expect(await barriers(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /下载配置文件|Download the profile/ }).click(),
    ]);
    const path = await download.path();
    expect(download.suggestedFilename()).toBe(`${source}.yaml`);
    expect(await readFile(path, "utf8")).toContain("往下派");
    expect(await loadProfile(path)).toMatchObject({ source, shape: "event" });

    if (language === "zh") {
      await dropOn(page, [FILE]);
      expect(await page.getByTestId("summary").textContent()).toContain("已套用保存的配置");
      await page.getByTestId("summary").getByRole("link").click();
      await page.getByTestId("profile").locator("summary").click();
    }
    await page.getByTestId("remove-profile").click();
    await page.getByTestId("confirm").click();
    await page.getByText(words.gone).waitFor();
    expect(await page.getByTestId("profile").count()).toBe(0);

    if (language === "zh") {
      await dropOn(page, [FILE]);
      expect(await page.getByTestId("summary").textContent()).not.toContain("已套用保存的配置");
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
