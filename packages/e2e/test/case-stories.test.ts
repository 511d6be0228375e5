import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { barriers, scrollsSideways } from "../src/accessibility";
import { openBrowser, PHONE, type Visit, visit } from "../src/browser";
import { fillForm, move, openCase, standsAt, verdict } from "../src/case-page";
import { arrive } from "../src/colleagues";

const url = inject("url");
let browser: Browser;
let inspector: Visit;
let liaison: Visit;
let leader: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  inspector = await visit(browser, url);
  leader = await visit(browser, url, { as: "leader" });
  liaison = await arrive(browser, url, { name: "顾念", login: "gu.nian", post: "liaison", units: null });
});
afterAll(async () => {
  for (const one of [inspector, liaison, leader]) await one?.close();
  await browser?.close();
});

interface CaseStory {
  readonly name: string;
  readonly order: string;
  /** Stands in the finding that names the unit which is to put things right. */
  readonly unit: string;
  readonly login: string;
  readonly check: string;
  readonly problem: string;
  readonly measure: string;
  readonly person: Readonly<Record<string, string>> | null;
  readonly system: Readonly<Record<string, string>>;
  /** Whether it is filed, and not only supervised. */
  readonly filed: boolean;
}

const STORIES: readonly CaseStory[] = [
  {
    name: "Jiading",
    order: "JD2021102801",
    unit: "区绿化和市容管理局",
    login: "contact.jd",
    check: "现场树枝距高压线不足半米，三次退单前均未到现场，未联系来电人。",
    problem: "三次以不同理由退单，未联系群众、未到现场。",
    measure: "修剪树枝，制定现场核查后方可退单的办法。",
    person: { 姓名: "何某", 职务: "热线办理科科长", 文号: "嘉纪谈〔2026〕3号" },
    system: { 文件名称或文号: "热线工单退单现场核查办法", 完善后: "退单须附现场照片和联系群众记录。" },
    filed: true,
  },
  {
    name: "Yanggu",
    order: "YG2021060701",
    unit: "县自然资源和规划局",
    login: "contact.yg",
    check: "两单位对办证材料要求不一，五次退单均未书面说明依据。",
    problem: "首办责任未落实，群众往返办理 14 个工作日。",
    measure: "建立首问首办责任制，明确不动产办证由一家牵头。",
    person: null,
    system: { 文件名称或文号: "不动产登记首办责任制度", 完善后: "首个受理单位负责到底，不得退单。" },
    filed: false,
  },
  {
    name: "Xiangshui",
    order: "XS2021031501",
    unit: "县交通运输局",
    login: "contact.xs",
    check: "道路权属不清，四家单位互推，路面未修。",
    problem: "无人认领，滞留 46 个工作日。",
    measure: "一个月内修复路面，厘清权属台账。",
    person: { 姓名: "陈某", 职务: "养护科负责人", 文号: "响纪谈〔2026〕8号" },
    system: { 文件名称或文号: "权属不清道路兜底办理规定", 完善后: "权属不清的由所在乡镇先行修复。" },
    filed: false,
  },
];

describe("from the watchlist to sign-off, each in their own sign-in", () => {
  test.each(STORIES)("$name", { timeout: 240_000 }, async (story) => {
    // The inspector finds it, opens the case from all findings of the order, takes it up, and hands it over.
    const { page } = inspector;
    await page.goto(`/watchlist?view=all&q=${story.order}`);
    const named = page.getByTestId("finding").filter({ hasText: story.unit });
    await named.first().waitFor();
    const found = await page.getByTestId("finding").count();
    const unit = await unitCode(story);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    for (let row = 1; row < found; row++) await page.keyboard.press("j");
    await page.keyboard.press("X");
    await page.keyboard.press("a");
    await page.getByTestId("act-menu").waitFor();
    await page.keyboard.press("c");
    await page.getByTestId("into-case").waitFor();
    await page.getByTestId("into-case-act").click();
    await page.getByTestId("done").getByRole("link", { name: "打开案件" }).click();
    await page.getByTestId("case").waitFor();
    const number = (await page.getByTestId("case-number").textContent()) ?? "";
    expect(number).toMatch(/^督〔\d{4}〕\d+号$/);
    expect(await page.getByTestId("case-order").textContent()).toContain(story.order);
    await move(page, "accept_check");
    await standsAt(page, "核查");
    await page.getByTestId("assign").click();
    await page.getByTestId("colleague").selectOption({ label: "顾念（联络员）" });
    await fillForm(page, "assign-form", { "理由（必填）": "属联络单位，请接办。" });
    expect(await page.getByTestId("assignee").textContent()).toContain("顾念");
    await page.goto(`/watchlist?view=all&q=${story.order}`);
    await page.getByTestId("triage-status").filter({ hasText: "已列入案件" }).first().waitFor();

    // The liaison officer checks, and is told what still blocks the next step.
    const desk = liaison.page;
    await openCase(desk, number, "?mine=yes");
    if (story.filed) {
      expect(await desk.getByTestId("way-to_file").textContent()).toContain("没有核查记录");
      expect(await desk.getByTestId("move-to_file").isDisabled()).toBe(true);
    }
    await desk.getByTestId("add-checks").click();
    await fillForm(desk, "check-form", { 方式: "暗访", 地点: "现场", 核查情况: story.check });
    if (story.filed) {
      await move(desk, "to_file", "事实清楚，拟立案。");
      await openCase(leader.page, number, "?waiting=yes");
      await verdict(leader.page, "grant", "同意立案。");
      await openCase(desk, number);
      await desk.getByText("领导已同意").waitFor();
      await move(desk, "to_file");
      await standsAt(desk, "立案");
    } else {
      await move(desk, "to_supervise");
      await standsAt(desk, "督办");
    }
    await desk.getByTestId("add-papers").click();
    await fillForm(desk, "paper-form", { 文号: `督办单${number}`, 单位: story.unit });
    await desk.getByTestId("add-measures").click();
    await fillForm(desk, "measure-form", { 单位: story.unit, 问题: story.problem, 整改要求: story.measure });
    await move(desk, "to_rectify");
    await standsAt(desk, "整改");
    expect(await desk.getByTestId("way-to_look_back").textContent()).toContain("未核验通过");

    // The unit reports, once too little and once enough.
    const contact = await arrive(browser, url, {
      name: `联系人${story.name}`,
      login: story.login,
      post: "unit_contact",
      units: [unit],
    });
    await contact.page.goto("/measures");
    await contact.page.getByTestId("measure").filter({ hasText: number }).getByTestId("report").click();
    await fillForm(contact.page, "report-form", { 整改情况: "正在办理。" });
    await openCase(desk, number);
    await desk.getByTestId("measure-returned").click();
    await fillForm(desk, "measure-deed", { "意见（必填）": "没有结果，请办结后再报。" });
    await contact.page.reload();
    await contact.page.getByText("没有结果，请办结后再报。").waitFor();
    await contact.page.getByTestId("measure").filter({ hasText: number }).getByTestId("report").click();
    await fillForm(contact.page, "report-form", { 整改情况: "已办结，制度已印发。" });
    expect(contact.complaints).toEqual([]);
    await contact.close();

    // It is checked, looked at again, and people and systems are recorded.
    await openCase(desk, number);
    await desk.getByTestId("measure-accepted").click();
    await fillForm(desk, "measure-deed", { "意见（必填）": "现场核实属实。" });
    await move(desk, "to_look_back");
    await standsAt(desk, "回头看");
    expect(await desk.getByTestId("way-sign_off").textContent()).toContain("未登记回头看结果");
    expect(await desk.getByTestId("way-sign_off").textContent()).toContain("未回复");
    await desk.getByTestId("measure-held").click();
    await fillForm(desk, "measure-deed", { "意见（必填）": "一个月后再查，未反弹。" });
    await desk.getByTestId("paper-reply").click();
    await fillForm(desk, "reply-form", { 回复内容: "已按要求整改。" });
    if (story.person) {
      await desk.getByTestId("add-people").click();
      await fillForm(desk, "person-form", { ...story.person, 单位: story.unit });
    }
    await desk.getByTestId("add-systems").click();
    await fillForm(desk, "system-form", { ...story.system, 单位: story.unit });
    await move(desk, "sign_off", "整改完成，群众满意。");

    // The leader says no, then yes; only then it is signed off.
    await leader.page.goto("/overview");
    await leader.page.getByTestId("waiting").click();
    await leader.page.getByTestId("case-row").filter({ hasText: number }).getByRole("link").click();
    await verdict(leader.page, "deny", "请补充群众回访情况。");
    await openCase(desk, number);
    expect(await desk.getByTestId("way-sign_off").textContent()).toContain("审批不同意");
    await move(desk, "sign_off", "已回访，群众表示满意。");
    await openCase(leader.page, number, "?waiting=yes");
    await verdict(leader.page, "grant", "同意。");
    await openCase(desk, number);
    await move(desk, "sign_off");
    await standsAt(desk, "销号");
    const told = (await desk.getByTestId("timeline").textContent()) ?? "";
    for (const words of ["开立案件", "移交承办人", "单位反馈整改情况", "审批不同意", "审批同意", "登记完善制度"])
      expect(told).toContain(words);

    // Who may not see names does not; everybody sees how many.
    await openCase(inspector.page, number);
    const people = (await inspector.page.getByTestId("fact-people").textContent()) ?? "";
    if (story.person) expect(people).toContain("名单仅联络员和领导可见");
    if (story.person) expect(people).not.toContain(story.person.姓名);
    expect(await inspector.page.getByTestId("fact-systems").textContent()).toContain(story.system.文件名称或文号);
    const { pathname } = new URL(inspector.page.url());
    await page.goto(`/orders/12345/${story.order}`);
    await page.getByTestId("order-cases").getByText(number).waitFor();
    await lookAt(pathname);
    for (const { complaints } of [inspector, liaison, leader]) expect(complaints).toEqual([]);
  });
});

test("two people at one case: the second is told who was first, and what they typed is kept", async () => {
  const { items } = await (await inspector.page.request.get("/api/findings?limit=1&status=open")).json();
  const [{ source, order_id, key }] = items;
  const opened = await inspector.page.request.post("/api/cases", {
    headers: { origin: url },
    data: { title: "两人同办", findings: [{ source, order_id, key }] },
  });
  const { id } = await opened.json();
  const pages = [inspector.page, liaison.page] as const;
  for (const page of pages) {
    await page.goto(`/cases/${id}`);
    await page.getByTestId("add-checks").click();
    await page.getByLabel("地点").fill("现场");
    await page.getByLabel("核查情况").fill(page === inspector.page ? "先到者所见" : "后到者所见");
  }
  const [first, second] = pages;
  await first.getByTestId("form-act").click();
  await first.getByTestId("check-form").waitFor({ state: "detached" });
  await second.getByTestId("form-act").click();
  expect(await second.getByTestId("error").textContent()).toContain("沈明远");
  expect(await second.getByLabel("核查情况").inputValue()).toBe("后到者所见");
  await second.getByTestId("fact-checks").getByText("先到者所见").waitFor();
  await second.getByTestId("form-act").click();
  await second.getByTestId("check-form").waitFor({ state: "detached" });
  expect(await second.getByTestId("fact-checks").textContent()).toMatch(
    /先到者所见.*后到者所见|后到者所见.*先到者所见/,
  );
});

/** The code by which the API knows the unit of the story. */
async function unitCode({ order, unit }: CaseStory): Promise<string> {
  const answer = await inspector.page.request.get(`/api/findings?view=all&q=${order}&limit=100`);
  const { items } = (await answer.json()) as { items: { units: { code: string; name: string }[] }[] };
  const code = items.flatMap(({ units }) => units).find(({ name }) => name === unit)?.code;
  if (code === undefined) throw new Error(`no finding of ${order} names ${unit}`);
  return code;
}

/** The page of a case that has everything keeps nobody out, on a phone in English too. */
async function lookAt(pathname: string): Promise<void> {
  for (const options of [{}, { language: "en", viewport: PHONE } as const]) {
    const seen = await visit(browser, url, { as: "leader", ...options });
    await seen.page.goto(pathname, { waitUntil: "networkidle" });
    await seen.page.getByTestId("case").waitFor();
    expect(await barriers(seen.page)).toEqual([]);
    expect(await scrollsSideways(seen.page), "the page must not scroll sideways").toBe(false);
    expect(seen.complaints).toEqual([]);
    await seen.close();
  }
}
