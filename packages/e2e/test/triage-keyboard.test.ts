import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, type Visit, visit } from "../src/browser";

const url = inject("url");
/** What this file decided about; taken back at its end, so that other files find the list as it was. */
const acts = new Set<string>();
let browser: Browser;
let open: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  open = await visit(browser, url);
  const { page } = open;
  page.on("response", async (answer) => {
    if (answer.request().method() !== "POST" || !answer.url().endsWith("/api/findings/decisions") || !answer.ok())
      return;
    acts.add(((await answer.json()) as { readonly act: string }).act);
  });
  await page.goto("/watchlist");
  await page.getByTestId("finding").first().waitFor();
});
afterAll(async () => {
  for (const act of acts)
    await open.page.request.delete(`/api/findings/decisions/${act}`, { headers: { origin: url } });
  await open?.close();
  await browser?.close();
});

const current = (page: Page) => page.locator('[data-testid="finding"][aria-selected="true"]');

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
}

/** Until the list says that it has this many. */
const listHas = (page: Page, count: number) =>
  page
    .getByTestId("total")
    .filter({ hasText: new RegExp(`^${count} 条$`) })
    .waitFor();

const totalOf = async (page: Page): Promise<number> =>
  Number(((await page.getByTestId("total").textContent()) ?? "").replaceAll(/\D/g, ""));

describe("triage", () => {
  test("200 findings by the keyboard alone", { timeout: 240_000 }, async () => {
    const { page, complaints } = open;
    let left = await totalOf(page);
    expect(left).toBeGreaterThan(200);
    await press(page, "j");
    for (let one = 0; one < 20; one++) {
      await press(page, "e");
      await page.getByTestId("dismiss").waitFor();
      await press(page, `${(one % 5) + 1} Enter`);
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await listHas(page, --left);
      expect(await current(page).count(), "the keyboard stands on the next row").toBe(1);
    }
    for (let act = 0; act < 9; act++) {
      await press(page, `x ${"j ".repeat(19)}X`);
      await page.getByTestId("bulk").getByText("已选 20 条").waitFor();
      await press(page, "a");
      await page.getByTestId("act-menu").waitFor();
      const watch = act % 3 === 2;
      await press(page, watch ? "w" : "e");
      await page.getByTestId(watch ? "watch" : "dismiss").waitFor();
      await press(page, watch ? "Enter" : "5 Enter");
      left -= 20;
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await listHas(page, left);
    }
    expect(acts.size).toBe(29);
    expect(complaints).toEqual([]);
  });

  test("the last act is taken back, whole", async () => {
    const { page } = open;
    const left = await totalOf(page);
    await press(page, "u");
    await page.getByText("已撤回").waitFor();
    await listHas(page, left + 20);
  });

  test("what was dismissed is found by its status, with who and why", async () => {
    const { page, close } = await visit(browser, url);
    await page.goto("/watchlist?status=dismissed");
    await page.getByTestId("finding").first().waitFor();
    const status = page.getByTestId("triage-status").first();
    expect(await status.textContent()).toBe("不予处理");
    expect(await status.getAttribute("title")).toMatch(/沈明远 · /);
    await close();
  });

  test("a letter that an input method composes is not a command", async () => {
    const { page } = open;
    await page.evaluate(() => {
      for (const key of ["x", "a", "e"])
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true }));
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "e", keyCode: 229, bubbles: true }));
    });
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByTestId("bulk").count()).toBe(0);
  });

  test("who comes second is told who was first, and nothing is written", async () => {
    const { page, close } = await visit(browser, url);
    await page.goto("/watchlist");
    await page.getByTestId("finding").first().waitFor();
    const listed = await (await page.request.get("/api/findings?limit=1")).json();
    const [{ source, order_id, key, triage }] = listed.items;
    const faster = await page.request.post("/api/findings/decisions", {
      headers: { origin: url },
      data: {
        act: crypto.randomUUID(),
        kind: "taken",
        findings: [{ source, order_id, key, seen: triage.decision?.id ?? null }],
      },
    });
    acts.add((await faster.json()).act);
    await press(page, "j e");
    await page.getByTestId("dismiss").waitFor();
    await press(page, "1 Enter");
    const told = (await page.getByTestId("error").textContent()) ?? "";
    expect(told).toContain("沈明远");
    expect(told).toContain("没有任何一条被处理");
    await page.keyboard.press("Escape");
    await close();
  });

  test("one's own are counted and listed; help names the keys", async () => {
    const { page, close } = await visit(browser, url);
    await page.goto("/watchlist");
    await page.getByTestId("finding").first().waitFor();
    await press(page, "j j j a");
    await page.getByTestId("act-menu").waitFor();
    const taken = page.waitForResponse((answer) => answer.url().endsWith("/api/findings/decisions"));
    await press(page, "m");
    acts.add((await (await taken).json()).act);
    await page.getByTestId("done").waitFor();
    await page.getByTestId("count-mine").click();
    await page.waitForURL(/mine=yes/);
    await page.getByTestId("triage-status").filter({ hasText: "我的" }).first().waitFor();
    await press(page, "?");
    await page.getByRole("dialog").getByText("选择或取消选择").waitFor();
    await close();
  });
});
