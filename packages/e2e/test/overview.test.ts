import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { barriers } from "../src/accessibility";
import { openBrowser, type Visit, visit } from "../src/browser";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** As of an instant that has passed, so that the figures cannot change between two looks. */
const AT = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
const NINETY_DAYS_AGO = new Date(Date.now() - 89 * 86_400_000).toISOString().slice(0, 10);
const PERIOD = `at=${AT}&from=${NINETY_DAYS_AGO}&to=${AT.slice(0, 10)}`;

async function openOverview(query = PERIOD): Promise<Visit> {
  const opened = await visit(browser, url);
  await opened.page.goto(`/overview?${query}`);
  await opened.page.getByTestId("sentences").waitFor();
  await opened.page.getByTestId("figure-places").waitFor();
  return opened;
}

const figureOf = (text: string | null): number => Number((text ?? "").replace(/[^\d]/g, ""));

/** The number of rows that the list on the screen says it has. */
async function totalOf(page: Page): Promise<number> {
  await page.waitForURL(/\/(watchlist|orders)\?/);
  await page.waitForLoadState("networkidle");
  const onWatchlist = new URL(page.url()).pathname === "/watchlist";
  const total = onWatchlist ? page.getByTestId("total") : page.locator("main header [role=status]").first();
  await total.getByText(/\d/).or(total).first().waitFor();
  return figureOf(await total.textContent());
}

describe("the overview", () => {
  test.each(["findings", "orders", "red", "findings-before", "accepted", "rejected", "approved", "handed"])(
    "a number opens exactly what it counts: %s",
    async (name) => {
      const { page, complaints, close } = await openOverview();
      const figure = page.locator(`[data-figure="${name}"]`);
      const count = figureOf(await figure.textContent());
      await figure.click();
      expect(await totalOf(page)).toBe(count);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test.each([
    ["trend", ""],
    ["units", ""],
    ["passing", ""],
    ["passing", "&passing=handed"],
    ["places", ""],
    ["places", "&places=category"],
  ])("the table behind the chart %s%s opens what its cells count", async (name, also) => {
    const { page, close } = await openOverview(`${PERIOD}&table=${name}${also}`);
    const links = page.getByTestId(`figure-${name}`).locator("td a");
    const count = await links.count();
    expect(count).toBeGreaterThan(3);
    const link = links.nth(Math.floor(count / 3));
    const said = figureOf(await link.textContent());
    await link.click();
    expect(await totalOf(page)).toBe(said);
    await close();
  });

  test("charts are turned into tables by the keyboard, and are there for everybody", async () => {
    const { page, complaints, close } = await openOverview();
    const figure = page.getByTestId("figure-units");
    await figure.locator("[role=img]").waitFor();
    const turn = figure.getByRole("button", { name: "表", exact: true });
    await turn.focus();
    await page.keyboard.press("Enter");
    await figure.getByRole("table").waitFor();
    expect(new URL(page.url()).searchParams.get("table")).toBe("units");
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a mark of a chart opens its list", async () => {
    const { page, close } = await openOverview();
    const box = await page.getByTestId("figure-places").locator("[role=img]").boundingBox();
    if (box === null) throw new Error("the chart is not there");
    // The first cell of the matrix holds the most findings of the first district: find it by the hand it offers.
    await page.getByTestId("figure-places").locator("[role=img] svg text", { hasText: /^\d+$/ }).first().click();
    expect(await totalOf(page)).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get("view")).toBe("all");
    await close();
  });
});
