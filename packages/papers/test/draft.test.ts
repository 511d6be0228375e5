import { PAPER_KINDS } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { checkPaper, draftPaper, factTable, spansText } from "../src/index";
import { draftOf, issuedOf, STORY_PAPERS } from "./drafts";
import { caseOf, registry, reply, templates } from "./stories";

const textOf = (paper: ReturnType<typeof draftOf>): string =>
  paper.body.map(({ spans }) => spansText(spans)).join("\n");

describe("a draft", () => {
  it("of Yanggu names both bureaus, all five returns, and who asked for them when", () => {
    const circular = draftOf("circular");
    expect(spansText(circular.title)).toBe("关于县不动产登记服务中心、县自然资源和规划局履职不力问题的通报");
    expect(textOf(circular)).toContain(
      "其间共申请退单5次：县不动产登记服务中心先后于6月8日、6月15日、6月23日3次申请退单",
    );
    expect(textOf(circular)).toContain("县自然资源和规划局先后于6月10日、6月18日2次申请退单");
    expect(textOf(circular)).toContain("工单在县不动产登记服务中心、县自然资源和规划局之间往返4次");
  });

  it("of Yanggu's proposal goes to the three bureaus that are to build their rules", () => {
    const proposal = draftOf("proposal");
    expect(proposal.to.map(({ text }) => text)).toEqual(["县公安局", "县教育和体育局", "县卫生健康局"]);
    expect(textOf(proposal)).toContain(
      "县公安局：首接负责制度不健全。制定首接负责、协同办理制度，于2021年7月30日前完成。",
    );
  });

  it("of Jiading says that three requests were rejected, unverified, and how long nobody called", () => {
    expect(textOf(draftOf("supervision_order"))).toContain(
      "先后于10月28日、10月29日、11月1日3次申请退单，理由先后为“不属于管辖范围”“已修剪，无压高压线”，均被驳回；退单前均未联系群众、未到现场核实。至11月8日，方有单位联系群众或到现场核实，距首次派单已7个工作日。",
    );
  });

  it("of Xiangshui tells the way through the bureaus and the weeks at the centre, and charges nobody who did the work", () => {
    const text = textOf(draftOf("work_reminder"));
    expect(text).toContain("4月28日至7月6日，工单滞留县12345热线中心46个工作日，无单位承办。办理期间，群众催办2次。");
    const [, problems = ""] = text.split("需要关注的问题");
    expect(problems).not.toContain("县经济开发区管委会");
  });

  it.each(PAPER_KINDS)("of a %s links every figure and date to the orders they come from", (kind) => {
    const [paper] = STORY_PAPERS.filter((one) => one.kind === kind);
    const table = factTable(paper?.facts ?? caseOf("yanggu"), reply);
    for (const { text, fact } of draftOf(kind).body.flatMap(({ spans }) => spans)) {
      if (!fact) expect(text.replaceAll("12345", "")).not.toMatch(/\d/);
      else {
        expect(table.get(fact.id)?.forms).toContain(text);
        if (fact.id.startsWith("order[")) expect(fact.orders).toHaveLength(1);
      }
    }
  });

  it("of the same facts is the same paper", () => {
    for (const kind of PAPER_KINDS) expect(draftOf(kind)).toEqual(draftOf(kind));
  });

  it("survives being stored as JSON", () => {
    for (const kind of PAPER_KINDS) expect(JSON.parse(JSON.stringify(issuedOf(kind)))).toEqual(issuedOf(kind));
  });

  it("of a case without confirmed findings accuses nobody in a circular", () => {
    const facts = caseOf("yanggu");
    const clues = { ...facts, findings: facts.findings.map((finding) => ({ ...finding, confirmed: false })) };
    const circular = draftPaper(clues, templates.circular, { to: [], reply });
    expect(textOf(circular)).not.toContain("推诿扯皮。");
    expect(spansText(circular.title)).not.toContain("县自然资源和规划局");
  });

  it.each(PAPER_KINDS)("of a %s, numbered and dated, may be issued as it is", (kind) => {
    const [paper] = STORY_PAPERS.filter((one) => one.kind === kind);
    const facts = paper?.facts ?? caseOf("yanggu");
    expect(checkPaper(issuedOf(kind), facts, { units: registry(facts), reply, issuing: true })).toEqual([]);
  });
});
