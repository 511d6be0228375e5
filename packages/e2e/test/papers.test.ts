import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { barriers, scrollsSideways } from "../src/accessibility";
import { openBrowser, PHONE, type Visit, visit } from "../src/browser";
import { fillForm } from "../src/case-page";
import { arrive } from "../src/colleagues";

const url = inject("url");
const ORDER = "JD2021102801";
const UNIT = "区绿化和市容管理局";

let browser: Browser;
let liaison: Visit;
let leader: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  leader = await visit(browser, url, { as: "leader" });
  liaison = await arrive(browser, url, { name: "许言", login: "xu.yan", post: "liaison", units: null });
});
afterAll(async () => {
  for (const one of [liaison, leader]) await one?.close();
  await browser?.close();
});

interface Found {
  readonly source: string;
  readonly order_id: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
}

/** A case about the order, with the unit's code. */
async function caseOfOrder(): Promise<{ readonly id: string; readonly unit: string }> {
  const { request } = liaison.page;
  const answer = await request.get(`/api/findings?view=all&q=${ORDER}&limit=100`);
  const { items } = (await answer.json()) as { items: readonly Found[] };
  const unit = items.flatMap(({ units }) => units).find(({ name }) => name === UNIT)?.code ?? "";
  const orders = items.slice(0, 1).map(({ source, order_id }) => ({ source, order_id }));
  const headers = { origin: url };
  const opened = await request.post("/api/cases", { headers, data: { title: "树枝压线退单", orders, units: [unit] } });
  return { id: ((await opened.json()) as { id: string }).id, unit };
}

const stateIs = (one: Visit, state: string) => one.page.getByTestId("paper-state").getByText(state).waitFor();

async function move(one: Visit, action: string): Promise<void> {
  await one.page.getByTestId(`move-${action}`).click();
  await fillForm(one.page, "move", {});
}

test("a notice from the case to the reply, each in their own sign-in", { timeout: 180_000 }, async () => {
  const { id, unit } = await caseOfOrder();
  const { page } = liaison;
  await page.goto(`/cases/${id}`);
  await page.getByTestId("draft-paper").click();
  await fillForm(page, "draft-form", { 文种: "督办单" });
  await page.getByTestId("paper-text").waitFor();
  const drafted = (await page.getByTestId("paper-text").textContent()) ?? "";
  expect(drafted).toContain(UNIT);
  expect(drafted).toContain("3次");
  await page.getByTestId("checked").waitFor();
  const path = new URL(page.url()).pathname;

  // What looks like a citizen stops it, and is said at once; put right, it goes on.
  await page.getByTestId("edit").click();
  const last = page.getByTestId("editor").locator("textarea").last();
  const words = await last.inputValue();
  await last.fill(`${words}来电人电话13812345678。`);
  await page.getByTestId("save").click();
  await page.getByTestId("problems").waitFor();
  expect(await page.getByTestId("move-submit").isDisabled()).toBe(true);
  await page.getByTestId("edit").click();
  await page.getByTestId("editor").locator("textarea").last().fill(words);
  await page.getByTestId("save").click();
  await page.getByTestId("checked").waitFor();
  await move(liaison, "submit");
  await stateIs(liaison, "待签批");

  // A leader signs, the liaison officer issues.
  await leader.page.goto(path);
  await move(leader, "approve");
  await stateIs(leader, "已签批待印发");
  await page.reload();
  await move(liaison, "issue");
  await stateIs(liaison, "已印发");
  const title = (await page.locator("h1").textContent()) ?? "";
  expect(title).toMatch(/纪督〔\d{4}〕\d+号/);
  const download = page.waitForEvent("download");
  await page.getByTestId("document-docx").click();
  expect((await download).suggestedFilename()).toMatch(/督办单\.docx$/);

  // The unit acknowledges and replies; the reply stands on the case.
  const contact = await arrive(browser, url, { name: "何联", login: "he.lian", post: "unit_contact", units: [unit] });
  await contact.page.goto("/papers");
  await contact.page.getByTestId("paper-row").getByRole("link").first().click();
  await contact.page.getByTestId("acknowledge").click();
  await contact.page.getByTestId("receipt-state").getByText("已签收").waitFor();
  await contact.page.getByTestId("reply").click();
  await fillForm(contact.page, "receipt-form", { 回复内容: "已修剪，并约谈责任人。" });
  await contact.page.getByTestId("receipt-state").getByText("已回复").waitFor();
  expect(await contact.page.getByTestId("timeline").count()).toBe(0);
  await page.goto(`/cases/${id}`);
  await page.getByTestId("fact-papers").getByText("已修剪，并约谈责任人。").waitFor();
  await page.goto("/papers?q=%E7%BA%AA%E7%9D%A3");
  await page.getByTestId("paper-row").getByText("已回复 1/1").waitFor();
  for (const { complaints } of [liaison, leader, contact]) expect(complaints).toEqual([]);
  await contact.close();
  await lookAt(["/papers", path]);
});

/** Keeps nobody out, on a phone in English too. */
async function lookAt(paths: readonly string[]): Promise<void> {
  for (const options of [{}, { language: "en", viewport: PHONE } as const]) {
    const seen = await visit(browser, url, { as: "leader", ...options });
    for (const path of paths) {
      await seen.page.goto(path, { waitUntil: "networkidle" });
      expect(await barriers(seen.page)).toEqual([]);
      expect(await scrollsSideways(seen.page), "the page must not scroll sideways").toBe(false);
    }
    expect(seen.complaints).toEqual([]);
    await seen.close();
  }
}
