import type { Browser, Page } from "playwright-core";
import { type Visit, visit } from "./browser";

export interface Dropped {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a steward does on the import page, in Chinese. */
export async function dropFiles(browser: Browser, url: string, files: readonly Dropped[]): Promise<Visit> {
  const visitor = await visit(browser, url, { as: "data_steward" });
  await dropOn(visitor.page, files);
  return visitor;
}

/** Begins anew on the import page, with these files. */
export async function dropOn(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.goto("/data/import");
  await page
    .getByTestId("drop")
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: bytes })));
  await page.getByTestId("summary").waitFor({ timeout: 30_000 });
}

/** Has the files read again, where anything was said of them. */
export async function applied(page: Page): Promise<void> {
  const apply = page.getByTestId("apply");
  if (!(await apply.isVisible())) return;
  await apply.click();
  await page.getByTestId("load").waitFor({ timeout: 30_000 });
  await page.locator('[aria-busy="false"]').first().waitFor();
}

/** Of a source of its own, so that nothing else of a run is touched. */
export async function nameSource(page: Page, source: string): Promise<void> {
  await page.getByLabel("计入来源", { exact: true }).last().selectOption({ label: "新来源" });
  await page.getByLabel("来源编码").fill(source);
  await page.getByLabel("来源名称").fill(source);
}

export async function load(page: Page): Promise<void> {
  await page.getByTestId("load").click();
  await page.getByTestId("confirm").click();
  await page.getByTestId("result").waitFor({ timeout: 45_000 });
}

/** A figure of the result. */
export async function figure(page: Page, name: string): Promise<number> {
  const text = await page.getByTestId("figures").locator("div", { hasText: name }).locator("dd").textContent();
  return Number(text?.replaceAll(",", ""));
}
