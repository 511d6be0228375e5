import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser, visit } from "../src/browser";
import { fillForm } from "../src/case-page";

const url = inject("url");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

interface Listed {
  readonly source: string;
  readonly order_id: string;
}

/** The page of an order of the unit of whose findings other tests decided nothing. */
async function undecidedOrder(contact: Page, inspector: Page): Promise<string> {
  const { items } = (await (await contact.request.get("/api/findings?limit=100")).json()) as {
    items: readonly Listed[];
  };
  for (const { source, order_id: orderId } of items) {
    const path = `/orders/${encodeURIComponent(source)}/${encodeURIComponent(orderId)}`;
    const { findings } = (await (await inspector.request.get(`/api${path}`)).json()) as {
      findings: readonly { readonly triage: { readonly status: string } | null }[];
    };
    if (findings.every(({ triage }) => triage?.status === "open")) return path;
  }
  throw new Error("of every order of the unit something is decided");
}

test("a unit explains beside the finding; refused, it appeals; accepted, the finding is exempt and says why", async () => {
  const contact = await visit(browser, url, { as: "unit_contact" });
  const inspector = await visit(browser, url);
  const path = await undecidedOrder(contact.page, inspector.page);
  await contact.page.goto(path);
  await contact.page.getByTestId("finding-card").first().waitFor();
  expect(await contact.page.getByTestId("decisions").count()).toBe(0);
  await contact.page.getByTestId("explain").first().click();
  await fillForm(contact.page, "explain-form", { 说明内容: "工地因汛期停工，已书面告知业主。" });
  await contact.page.getByTestId("explanation").getByText("待答复").waitFor();

  await inspector.page.goto(path);
  const said = inspector.page.getByTestId("explanation");
  await said.getByText("工地因汛期停工").waitFor();
  await said.getByTestId("refuse").click();
  await fillForm(inspector.page, "answer-form", { "理由（必填）": "请附告知书。" });
  await said.getByText("未采纳").waitFor();

  await contact.page.reload();
  await contact.page.getByText("请附告知书。").waitFor();
  await contact.page.getByRole("button", { name: "提出申诉" }).click();
  await fillForm(contact.page, "explain-form", { 说明内容: "告知书已补交。" });

  await inspector.page.reload();
  await said.filter({ hasText: "告知书已补交" }).getByTestId("accept").click();
  await fillForm(inspector.page, "answer-form", { "理由（必填）": "情况属实。" });
  await inspector.page.getByTestId("triage-status").filter({ hasText: "已豁免" }).first().waitFor();
  await contact.page.reload();
  await contact.page.getByText("情况属实。").waitFor();
  await contact.page.getByTestId("finding-triage").getByText("已豁免").first().waitFor();

  // What was accepted by mistake is taken back; both stay on record, and the unit reads why.
  await said.getByTestId("retract").click();
  await fillForm(inspector.page, "retract-form", { "理由（必填）": "告知书系事后补办。" });
  await said.getByText("采纳已撤回").waitFor();
  await contact.page.reload();
  await contact.page.getByText("告知书系事后补办。").waitFor();
  expect([...contact.complaints, ...inspector.complaints]).toEqual([]);
  await contact.close();
  await inspector.close();
});
