import { describe, expect, it } from "vitest";
import { type Block, checkPaper, type Paper, type PaperProblem } from "../src/index";
import { issuedOf } from "./drafts";
import { caseOf, registry, reply } from "./stories";

const facts = {
  ...caseOf("yanggu"),
  people: [{ name: "张建国", unit: "县自然资源和规划局", post: "副局长", form: 1, sanction: null }],
} as const;
const circular = issuedOf("circular");

const check = (paper: Paper, issuing = true): readonly PaperProblem[] =>
  checkPaper(paper, facts, { units: registry(facts), reply, issuing });
const codes = (paper: Paper): readonly string[] => [...new Set(check(paper).map(({ code }) => code))];
const sentence = (text: string): Block => ({ type: "paragraph", spans: [{ text }] });
const saying = (text: string, paper = circular): Paper => ({ ...paper, body: [...paper.body, sentence(text)] });

describe("a paper is not issued", () => {
  it.each([
    ["请与来电人联系，电话13812345678。", "paper.citizen_identity", "13812345678"],
    ["来电人王女士多次反映。", "paper.citizen_identity", "来电人王女士"],
    ["该群众住3号楼2单元501室。", "paper.citizen_identity", "3号楼2单元501室"],
    ["先后退单6次。", "paper.figure_unsupported", "6次"],
    ["先后六次退单。", "paper.figure_unsupported", "六次"],
    ["群众等待25个工作日。", "paper.figure_unsupported", "25个工作日"],
    ["6月9日再次退单。", "paper.date_unsupported", "6月9日"],
    ["2020年6月8日申请退单。", "paper.date_unsupported", "2020年6月8日"],
    ["县水利局应当引以为戒。", "paper.unit_outside", "县水利局"],
    ["县水务局应当引以为戒。", "paper.unit_outside", "县水务局"],
    ["县自然资源和规划局副局长李卫东，负有领导责任。", "paper.person_outside", "李卫东"],
    ["李卫东同志负有领导责任。", "paper.person_outside", "李卫东"],
    ["副局长张建国负有领导责任。", "paper.naming_exceeded", "张建国"],
    ["2021年06月08日退单。", "paper.leading_zero", "06"],
    ["按照县纪发[2021]3号文件要求。", "paper.bracket_form", "[2021]3号"],
    ["按照县纪发（2021）3号文件要求。", "paper.bracket_form", "（2021）3号"],
    ["责成{unit}整改。", "paper.placeholder_left", "{unit}"],
    ["责成XX局整改。", "paper.placeholder_left", "XX"],
  ])("that says %s", (text, code, where) => {
    const found = check(saying(text)).find((problem) => problem.code === code);
    expect(found, `codes ${codes(saying(text)).join()}`).toBeDefined();
    expect(found?.place).toMatchObject({ part: "body", index: circular.body.length });
    expect(text.slice(found?.place.start, found?.place.end)).toBe(where);
    expect(found?.zh).not.toBe("");
    expect(found?.en).not.toBe("");
  });

  it("whose figure is no longer what the data say", () => {
    const fewer = { ...facts, orders: facts.orders.map((order) => ({ ...order, returns: order.returns.slice(1) })) };
    const found = checkPaper(circular, fewer, { units: registry(facts), reply, issuing: true });
    expect(found.find(({ code }) => code === "paper.fact_differs")).toMatchObject({
      zh: "“5次”与案件数据不一致，应为“4次”",
    });
    expect(found.some(({ code }) => code === "paper.fact_unknown")).toBe(true);
  });

  it("whose filled-in text was changed by hand", () => {
    const body = circular.body.map((block) => ({
      ...block,
      spans: block.spans.map((span) => (span.fact?.id.endsWith("].returns") ? { ...span, text: "7次" } : span)),
    }));
    expect(codes({ ...circular, body })).toEqual(["paper.fact_differs"]);
  });

  it("by a number that was planted in the title of an order", () => {
    const title = circular.title.map((span) => (span.fact ? { ...span, text: "张先生13812345678" } : span));
    expect(codes({ ...circular, title })).toContain("paper.citizen_identity");
  });

  it("to others where it is for those concerned alone", () => {
    const order = issuedOf("proposal");
    const found = checkPaper({ ...order, to: [{ text: "各乡镇（街道）" }] }, facts, {
      units: registry(facts),
      reply,
      issuing: true,
    });
    expect(found.map(({ code }) => code)).toContain("paper.naming_exceeded");
    expect(codes({ ...order, naming: "units" })).toContain("paper.naming_exceeded");
  });

  it.each(["number", "date", "printedOn"] as const)("without its %s, but is drafted so", (part) => {
    expect(codes({ ...circular, [part]: null })).toEqual(["paper.part_missing"]);
    expect(check({ ...circular, [part]: null }, false)).toEqual([]);
  });

  it("without title, body, or anybody addressed", () => {
    expect(check({ ...circular, title: [], to: [], body: [] }).map(({ place }) => place.part)).toEqual([
      "title",
      "to",
      "body",
    ]);
  });

  it("with headings that skip a level, or stops after the names of attachments", () => {
    const heading: Block = { type: "heading", level: 4, spans: [{ text: "跳级" }] };
    expect(codes({ ...circular, body: [...circular.body, heading] })).toEqual(["paper.heading_order"]);
    expect(codes({ ...circular, attachments: ["整改情况反馈表。"] })).toEqual(["paper.attachment_punctuation"]);
  });
});

describe("a paper may say", () => {
  it.each([
    "先后退单5次，其中三次由县不动产登记服务中心提出。",
    "2021年6月8日、6月10日两次申请退单。",
    "依照《信访工作条例》第三十条和县纪发〔2021〕3号文件办理。",
    "拨打12345热线反映的群众诉求。",
    "进一步统一思想，抓好以下三个方面工作，一律不得推诿。",
    "热线工作人员于当日派单，有关负责人应当及时处理。",
    "2021年，阳谷县纪委监委开展专项监督。",
    "市民反映的问题由首接单位负责。",
    "广大党员同志要率先垂范，班子成员同志要落实一岗双责。",
  ])("%s", (text) => expect(check(saying(text))).toEqual([]));

  it("a figure of the wording in force, and no other", () => {
    const clause = "接单后24小时内联系群众";
    const blocks = [{ type: "paragraph", text: `各承办单位${clause}，{units.list}应当带头。` }] as const;
    const found = (text: string): readonly string[] =>
      checkPaper(saying(text), facts, { units: registry(facts), reply, issuing: true, wording: { blocks } }).map(
        ({ code }) => code,
      );
    expect(found(`各承办单位${clause}，不得拖延。`)).toEqual([]);
    expect(found("各承办单位接单后48小时内联系群众。")).toEqual(["paper.figure_unsupported"]);
  });

  it("whom the case deals with, where it names people", () => {
    expect(check(saying("副局长张建国负有领导责任。", { ...circular, naming: "people" }))).toEqual([]);
  });
});
