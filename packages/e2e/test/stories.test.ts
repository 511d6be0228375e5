import { RULE_TEXTS } from "@tianyan/core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { barriers, scrollsSideways } from "../src/accessibility";
import { DESKTOP, openBrowser, PHONE, visit } from "../src/browser";
import { cookieOf } from "../src/sessions";
import { stories } from "../src/stories";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const FLAGGED = stories().flatMap(({ name, orders }) =>
  [...orders].map(([orderId, rules]) => ({ name, orderId, rules })),
);

async function sourceOf(orderId: string): Promise<string> {
  const answer = await fetch(`${url}/api/orders?q=${encodeURIComponent(orderId)}`, {
    headers: { cookie: cookieOf(url, "inspector") },
  });
  const { items } = (await answer.json()) as { items: { source: string; order_id: string }[] };
  const found = items.find((one) => one.order_id === orderId);
  if (found === undefined) throw new Error(`the demo lacks ${orderId}`);
  return found.source;
}

describe("the order page says why", () => {
  test.each(FLAGGED)("$orderId of $name is flagged", async ({ orderId, rules }) => {
    const source = await sourceOf(orderId);
    for (const [language, viewport] of [
      ["zh", DESKTOP],
      ["en", PHONE],
    ] as const) {
      const { page, complaints, close } = await visit(browser, url, { language, viewport });
      await page.goto(`/orders/${encodeURIComponent(source)}/${encodeURIComponent(orderId)}`);
      await page.getByTestId("order-title").waitFor();
      const text = (await page.locator("main").textContent()) ?? "";
      const missing = [...rules].map((rule) => RULE_TEXTS[rule].name[language]).filter((name) => !text.includes(name));
      expect(missing).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      expect(await scrollsSideways(page), "the page must not scroll sideways").toBe(false);
      expect(complaints).toEqual([]);
      await close();
    }
  });
});
