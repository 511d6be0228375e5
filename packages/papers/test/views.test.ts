import { PAPER_KINDS } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { numberText, type Paper, renderHtml, renderText, type Span, spansText } from "../src/index";
import { sheetOf } from "../src/render/sheet";
import { titleLines } from "../src/render/title-lines";
import { issuedOf } from "./drafts";

describe("plain text", () => {
  it("has every part from mark to imprint in its order", () => {
    const text = renderText(issuedOf("circular"));
    const parts = [
      "中共阳谷县纪律检查委员会文件",
      "阳纪督〔2021〕3号",
      "关于县不动产登记服务中心、县自然资源和规划局履职不力问题的通报",
      "各乡镇（街道）、县直各单位：",
      "　　一、基本情况",
      "　　（一）退而复办。",
      "　　附件：1.热线工单办理情况一览表",
      "　　　　　2.整改情况反馈表",
      "阳谷县纪委监委\n2021年7月5日",
      "抄送：县委办公室，县政府办公室。",
      "阳谷县纪委监委办公室　2021年7月6日印发",
    ];
    let at = -1;
    for (const part of parts) {
      expect(text.indexOf(part, at), part).toBeGreaterThan(at);
      at = text.indexOf(part, at);
    }
  });

  it("of a letter has no printer, and a single attachment no number", () => {
    const text = renderText({ ...issuedOf("supervision_letter"), attachments: ["整改情况反馈表"] });
    expect(text).toContain("附件：整改情况反馈表");
    expect(text).not.toContain("印发");
  });
});

describe("the print view", () => {
  it.each(PAPER_KINDS)("of a %s says what the text says", (kind) => {
    const words = (text: string): string => text.replace(/\s/g, "");
    const html = renderHtml(issuedOf(kind))
      .replace(/<(style|title)>[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]*>/g, "");
    expect(words(html)).toBe(words(renderText(issuedOf(kind))));
  });

  it("links what was filled in to its orders, runs nothing and fetches nothing", () => {
    const html = renderHtml(issuedOf("circular"));
    expect(html).toContain(
      '<span data-fact="order[12345/YG2021060701].returns" data-orders="[&quot;12345/YG2021060701&quot;]">5次</span>',
    );
    expect(html).not.toMatch(/<script|https?:|url\(/);
  });

  it("takes markup in a text for text", () => {
    const paper: Paper = {
      ...issuedOf("circular"),
      body: [{ type: "paragraph", spans: [{ text: "<img src=x onerror=alert(1)>&\"'" }] }],
    };
    expect(renderHtml(paper)).toContain("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;");
  });
});

describe("headings", () => {
  it("are numbered 一、 （一） 1. （1）, anew under each heading above", () => {
    const levels = [1, 2, 2, 3, 4, 4, 1, 2, 3] as const;
    const paper: Paper = {
      ...issuedOf("circular"),
      body: levels.map((level) => ({ type: "heading", level, spans: [{ text: "题" }] })),
    };
    expect(sheetOf(paper).blocks.map(({ numeral }) => numeral)).toEqual([
      "一、",
      "（一）",
      "（二）",
      "1.",
      "（1）",
      "（2）",
      "二、",
      "（一）",
      "1.",
    ]);
  });

  it("count beyond ten", () => {
    const paper: Paper = {
      ...issuedOf("circular"),
      body: Array.from({ length: 21 }, () => ({ type: "heading", level: 1, spans: [{ text: "题" }] }) as const),
    };
    const numerals = sheetOf(paper).blocks.map(({ numeral }) => numeral);
    expect([numerals[9], numerals[10], numerals[19], numerals[20]]).toEqual(["十、", "十一、", "二十、", "二十一、"]);
  });
});

describe("a title", () => {
  const fact = (text: string): Span => ({ text, fact: { id: text, orders: [] } });

  it("is broken between names and words, into lines that fit", () => {
    const title = [
      { text: "关于" },
      fact("县不动产登记服务中心"),
      { text: "、" },
      fact("县自然资源和规划局"),
      { text: "履职不力问题的通报" },
    ];
    expect(titleLines(title)).toEqual(["关于县不动产登记服务中心、", "县自然资源和规划局履职不力问题的通报"]);
  });

  it("keeps the breaks that somebody typed, and one line where it fits", () => {
    expect(titleLines([{ text: "关于某事\n的通报" }])).toEqual(["关于某事", "的通报"]);
    expect(titleLines([{ text: "关于某事的通报" }])).toEqual(["关于某事的通报"]);
  });

  it("is whole and fits, however long and whatever it is made of", () => {
    for (let length = 21; length < 90; length++) {
      const lines = titleLines([{ text: "监".repeat(length) }]);
      expect(lines.join("")).toHaveLength(length);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    }
    expect(titleLines(issuedOf("proposal").title).join("")).toBe(spansText(issuedOf("proposal").title));
  });
});

describe("a number", () => {
  it("has hexagonal brackets and no leading zero", () => {
    expect(numberText({ mark: "阳纪督", year: 2026, no: 3 })).toBe("阳纪督〔2026〕3号");
  });
});
