import type { Page } from "playwright-core";

/** Fills a dialog of the case page by its labels, sends it, and waits until it is gone. */
export async function fillForm(page: Page, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByTestId(form);
  await dialog.waitFor();
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    if ((await field.evaluate(({ tagName }) => tagName)) === "SELECT") await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await dialog.getByTestId("form-act").click();
  await dialog.waitFor({ state: "detached" });
}

/** Moves the case on, or asks the leader to approve that. */
export async function move(page: Page, action: string, reason?: string): Promise<void> {
  await page.getByTestId(`move-${action}`).click();
  await fillForm(page, "move", reason === undefined ? {} : { "理由（必填）": reason });
}

/** Until the case stands at this stage. */
export const standsAt = (page: Page, stage: string) =>
  page.getByTestId("stages").locator('[aria-current="step"]').filter({ hasText: stage }).waitFor();

/** Opens the case of this number from the list. */
export async function openCase(page: Page, number: string, filter = ""): Promise<void> {
  await page.goto(`/cases${filter}`);
  await page.getByTestId("case-row").filter({ hasText: number }).getByRole("link").click();
  await page.getByTestId("case").waitFor();
}

/** What a leader says to what was asked. */
export async function verdict(page: Page, given: "grant" | "deny", opinion: string): Promise<void> {
  await page.getByTestId(given).click();
  await fillForm(page, "verdict", { [given === "grant" ? "审批意见（可不填）" : "审批意见（必填）"]: opinion });
}
