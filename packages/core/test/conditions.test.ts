import { describe, expect, it } from "vitest";
import { tell } from "./script";

/** Monday 4 March 2024. */
const HELD = `
  2024-03-04 09:00 accepted   centre
  2024-03-04 09:10 dispatched centre > 甲局`;
const told = (lines: string, setting = {}) => tell(`${HELD}\n${lines}`, setting);

describe("a condition", () => {
  it("cleared at its first step is no finding, a minute later it is one", () => {
    expect(told("2024-03-06 00:00 contacted 甲局").of("uncontacted")).toEqual([]);
    expect(told("2024-03-06 00:01 contacted 甲局").of("uncontacted")).toEqual([
      "甲局: 2024-03-06 00:00 / - / - → 2024-03-06 00:01",
    ]);
  });
  it("has no steps at or after its clearing", () => {
    expect(told("2024-03-07 00:00 contacted 甲局").of("uncontacted")).toEqual([
      "甲局: 2024-03-06 00:00 / - / - → 2024-03-07 00:00",
    ]);
  });
});

describe("signing", () => {
  it("is any own act but those that show nothing", () => {
    expect(
      told("2024-03-04 10:00 urged 甲局\n2024-03-04 11:00 noted -\n2024-03-05 12:00 progressed 甲局").of("unsigned"),
    ).toEqual(["甲局: 2024-03-05 10:10 / - / - → 2024-03-05 12:00"]);
    expect(told("2024-03-04 10:00 replied -").of("unsigned")).toEqual([]);
    expect(told("2024-03-04 10:00 contacted centre\n2024-06-04 10:00 noted -").of("unsigned")).toHaveLength(1);
  });
});

describe("contact", () => {
  it("before the first leg settles it for the spell", () => {
    const text =
      "2024-03-04 09:00 accepted centre\n2024-03-04 09:05 contacted centre\n2024-03-04 09:10 dispatched centre > 甲局";
    expect(tell(`${text}\n2024-06-04 10:00 noted -`).of("uncontacted")).toEqual([]);
  });
  it("falls on whoever held the order most until the first step", () => {
    expect(told("2024-03-05 02:00 transferred 甲局 > 乙局\n2024-06-04 10:00 noted -").of("uncontacted")[0]).toMatch(
      /^乙局: /,
    );
    expect(told("2024-03-05 12:00 transferred 甲局 > 乙局\n2024-06-04 10:00 noted -").of("uncontacted")[0]).toMatch(
      /^甲局: /,
    );
  });
});

describe("inaction", () => {
  it("begins anew with every substantive act by anyone, and at a resumption, not within a suspension", () => {
    const text = `2024-03-12 10:00 contacted centre
      2024-03-13 10:00 suspended 甲局
      2024-03-14 10:00 contacted 甲局
      2024-04-15 10:00 resumed 甲局
      2024-04-30 10:00 completed 甲局`;
    expect(told(text).of("inaction")).toEqual([
      "甲局: 2024-03-08 00:00 / 2024-03-12 00:00 / - → 2024-03-12 10:00",
      "甲局: 2024-04-19 00:00 / 2024-04-23 00:00 / 2024-04-29 00:00 → 2024-04-30 10:00",
    ]);
  });
});

describe("circulation", () => {
  const hop = (day: string, from: string, to: string) => `2024-03-${day} 10:00 transferred ${from} > ${to}`;
  it("is reached by the third hand-off, or by the deadline once there was one", () => {
    const three = [hop("05", "甲局", "乙局"), hop("06", "乙局", "甲局"), hop("07", "甲局", "乙局")].join("\n");
    expect(told(three).of("circulation")).toEqual([
      "乙局+甲局: 2024-03-07 10:00 / 2024-03-19 00:00 / 2024-04-02 00:00",
    ]);
    expect(told(hop("05", "甲局", "乙局")).of("circulation")[0]).toMatch(/^乙局\+甲局: 2024-03-12 00:00/);
    expect(told(hop("20", "甲局", "乙局")).of("circulation")).toEqual([
      "甲局: 2024-03-20 10:00 / 2024-03-20 10:00 / 2024-04-02 00:00",
    ]);
  });
  it("needs a hand-off before it clears", () => {
    expect(told("2024-06-04 10:00 noted -").of("circulation")).toEqual([]);
    expect(
      told(`2024-04-04 10:00 replied 甲局\n2024-04-08 10:00 transferred 甲局 > 乙局`).of("circulation"),
    ).toHaveLength(1);
  });
  it("a level without a threshold does not exist, without hops it goes by the deadline alone", () => {
    const three = [hop("05", "甲局", "乙局"), hop("06", "乙局", "甲局"), hop("07", "甲局", "乙局")].join("\n");
    const by = (circulation: unknown) => told(three, { parameters: { rules: { circulation } } }).of("circulation");
    expect(by({ yellow: null })[0]).toMatch(/: - \/ 2024-03-19/);
    expect(by({ hops: { yellow: null } })[0]).toMatch(/: 2024-03-12 00:00/);
  });
});

describe("length", () => {
  it("an open order turns at the end of the thirtieth date", () => {
    expect(told("2024-04-03 23:59 completed 甲局").of("long-open")).toEqual([]);
    expect(told("2024-04-04 00:01 completed 甲局").of("long-open")).toEqual([
      "甲局: 2024-04-04 00:00 / - / - → 2024-04-04 00:01",
    ]);
  });
  it("time spent suspended adds up within a spell", () => {
    const text = `2024-03-05 00:00 suspended 甲局
      2024-03-10 00:00 resumed 甲局
      2024-03-12 00:00 suspended 甲局
      2024-03-14 00:00 resumed 甲局`;
    expect(told(text).of("suspension-abuse")).toEqual(["甲局: 2024-03-14 00:00 / - / -"]);
    expect(told(text.replace("2024-03-14 00:00", "2024-03-13 23:59")).of("suspension-abuse")).toEqual([]);
    expect(told("2024-03-05 00:00 suspended 甲局").of("suspension-abuse")).toEqual([
      "甲局: 2024-03-12 00:00 / 2024-03-19 00:00 / 2024-04-04 00:00",
    ]);
  });
});

describe("dissatisfaction", () => {
  const done = "2024-03-05 10:00 completed 甲局";
  const at = (day: string, result: string) => `2024-03-${day} 10:00 surveyed centre result:${result}`;
  it("stands until the order is reopened or the citizen is content", () => {
    expect(told(`${done}\n${at("06", "dissatisfied")}`).of("dissatisfied")).toEqual([
      "甲局: 2024-03-12 00:00 / 2024-03-14 00:00 / 2024-03-21 00:00",
    ]);
    expect(told(`${done}\n${at("06", "unresolved")}\n2024-03-13 10:00 reopened centre`).of("dissatisfied")).toEqual([
      "甲局: 2024-03-12 00:00 / - / - → 2024-03-13 10:00",
    ]);
    expect(told(`${done}\n${at("06", "2")}\n${at("08", "3")}`).of("dissatisfied")).toEqual([]);
  });
  it("one at a time, and only on a done order", () => {
    expect(told(`${done}\n${at("06", "1")}\n${at("08", "2")}`).of("dissatisfied")).toHaveLength(1);
    expect(told(at("06", "dissatisfied")).of("dissatisfied")).toEqual([]);
    expect(told(`${done}\n${at("06", "unreached")}`).of("dissatisfied")).toEqual([]);
  });
});

describe("exemption", () => {
  it("lasts while the demand's class is not normal", () => {
    const text =
      "2024-03-20 10:00 classified centre result:unreasonable\n2024-03-25 10:00 classified centre result:normal";
    const exempt = (asOf: string) => told(text, { asOf }).findings.every((finding) => finding.exempt);
    expect([exempt("2024-03-20 09:59"), exempt("2024-03-20 10:00"), exempt("2024-03-25 10:00")]).toEqual([
      false,
      true,
      false,
    ]);
    expect(told("", { order: { demandClass: "repeated" } }).findings.every((finding) => finding.exempt)).toBe(true);
  });
});
