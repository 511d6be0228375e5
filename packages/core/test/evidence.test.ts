import { describe, expect, it } from "vitest";
import {
  createClock,
  DEFAULT_PARAMETERS,
  evidence,
  type Instant,
  type Language,
  RULE_TEXTS,
  RULES,
} from "../src/index";
import { judgeBy } from "./laws/setting";
import { tell, wall } from "./script";
import { STORIES, story } from "./stories";

const clock = createClock(DEFAULT_PARAMETERS);

const sentences = (name: string, language: Language, at: Instant): Map<string, string> => {
  const { order, events } = story(name);
  const { findings } = judgeBy(DEFAULT_PARAMETERS).judge(order, events);
  const unitName = (code: string): string => (code === "centre" ? "热线中心" : code);
  return new Map(findings.map((finding) => [finding.rule, evidence(finding, { language, at, clock, unitName })]));
};

describe("the evidence in one sentence", () => {
  it("tells the story of Yanggu", () => {
    const told = sentences("yanggu", "zh", wall("2021-07-20 09:00"));
    expect(told.get("ping-pong")).toBe("县不动产登记服务中心 ⇄ 县自然资源和规划局往返 4 次，其间退单 5 次");
    expect(told.get("belied-return")).toBe("县自然资源和规划局先后 2 次退单获准，最终仍由其办结");
    expect(told.get("overdue")).toBe("超过办理期限 14 个工作日，期限内主要由县不动产登记服务中心持单");
  });
  it("tells the story of Jiading", () => {
    const told = sentences("jiading", "zh", wall("2021-11-01 12:00"));
    expect(told.get("rejected-returns")).toBe("区绿化和市容管理局退单被驳回 3 次");
    expect(told.get("shifting-reasons")).toBe("区绿化和市容管理局退单理由前后不一，共 2 种：非本单位职责、已办理");
    expect(told.get("inaction")).toBe("区绿化和市容管理局持单 2 个工作日无实质办理");
  });
  it("says hours where no working day has passed", () => {
    const { findings } = tell("2024-03-04 09:00 accepted centre\n2024-03-04 09:10 dispatched centre > 甲局", {
      order: { urgency: "emergency" },
    });
    const finding = findings.find(({ rule }) => rule === "overdue");
    const setting = { clock, unitName: (code: string) => code };
    expect(finding && evidence(finding, { ...setting, language: "zh", at: wall("2024-03-04 14:20") })).toBe(
      "超过办理期限 3 小时仍未办结，期限内主要由甲局持单",
    );
    expect(finding && evidence(finding, { ...setting, language: "en", at: wall("2024-03-04 11:20") })).toBe(
      "Overdue by less than an hour; held until then mostly by 甲局",
    );
  });
  it("sets Latin names apart from Chinese, but not from punctuation", () => {
    const { findings } = tell(`2024-03-04 09:00 accepted centre
      2024-03-04 09:10 dispatched centre > D4
      2024-03-05 09:00 transferred D4 > D7
      2024-03-06 09:00 transferred D7 > D4
      2024-03-20 09:00 noted -`);
    const said = (rule: string) => {
      const finding = findings.find((one) => one.rule === rule);
      const setting = {
        language: "zh",
        at: wall("2024-03-20 09:00"),
        clock,
        unitName: (code: string) => code,
      } as const;
      return finding && evidence(finding, setting);
    };
    expect(said("ping-pong")).toBe("D4 ⇄ D7 往返 1 次");
    expect(said("circulation")).toBe("12 个工作日内转手 2 次，无人实质办理（D4、D7）");
    expect(said("unsigned")).toMatch(/^派 D/);
  });
  it.each(STORIES)("has no gaps and no stray blanks, in either language: %s", (name) => {
    for (const language of ["zh", "en"] as const) {
      for (const sentence of sentences(name, language, wall("2021-12-01 09:00")).values()) {
        expect(sentence).not.toMatch(/undefined|NaN|null| {2}|[，、：（] |^ | $/);
      }
    }
  });
  it("has a name and a definition in both languages for every rule", () => {
    for (const rule of RULES) {
      const { name, definition } = RULE_TEXTS[rule];
      for (const text of [name.zh, name.en, definition.zh, definition.en]) expect(text.length).toBeGreaterThan(1);
    }
  });
});
