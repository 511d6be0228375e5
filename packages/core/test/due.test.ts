import { describe, expect, it } from "vitest";
import { tell } from "./script";

/** Monday 4 March 2024; five working days end with Monday the 11th. */
const HELD = `
  2024-03-04 09:00 accepted   centre
  2024-03-04 09:10 dispatched centre > 甲局`;
const END = "2024-06-28 09:00 noted -";
const SUSPENDING = { parameters: { sla: { pause_when_suspended: true } } };

const overdue = (lines: string, setting = {}): string[] => tell(`${HELD}\n${lines}\n${END}`, setting).of("overdue");
const flags = (lines: string): string[] => tell(`${HELD}\n${lines}`).flags.map(({ flag }) => flag);

describe("the due instant", () => {
  it("is the working days allowed after the first leg began", () => {
    expect(overdue("")).toEqual(["甲局: 2024-03-12 00:00 / 2024-03-15 00:00 / 2024-03-26 00:00"]);
  });
  it.each([
    [{ slaClass: "complex", urgency: "urgent" }, "2024-03-26 00:00"],
    [{ urgency: "emergency", orderType: "consult" }, "2024-03-04 11:10"],
    [{ orderType: "consult", urgency: "normal" }, "2024-03-06 00:00"],
    [{ orderType: "complaint", urgency: "unheard-of" }, "2024-03-12 00:00"],
  ])("is chosen by class, urgency, type: %j", (order, due) => {
    expect(overdue("", { order })[0]).toContain(`: ${due} /`);
  });
  it("of a reopened order is that of rework, from the reopening on", () => {
    const lines = "2024-03-05 09:00 completed 甲局\n2024-03-06 09:00 reopened centre > 乙局";
    expect(overdue(lines)).toEqual(["乙局: 2024-03-12 00:00 / 2024-03-15 00:00 / 2024-03-26 00:00"]);
    const toPool = "2024-03-05 09:00 completed 甲局\n2024-03-06 09:00 reopened centre > 区中心";
    expect(overdue(toPool)[0]).toMatch(/^区中心: 2024-03-12 00:00/);
  });
  it("is what a dispatch states, until it has passed", () => {
    const stated = "2024-03-04 09:00 accepted centre\n2024-03-04 09:10 dispatched centre > 甲局 due:2024-03-08T18:00";
    expect(tell(`${stated}\n${END}`).of("overdue")[0]).toMatch(/^甲局: 2024-03-08 18:00 \/ 2024-03-14 00:00/);
    expect(overdue("2024-03-11 23:59 transferred 甲局 > 乙局 due:2024-03-20T00:00")[0]).toMatch(/2024-03-20 00:00/);
    expect(flags("2024-03-12 00:00 transferred 甲局 > 乙局 due:2024-03-20T00:00")).toEqual(["due_passed"]);
    expect(flags("2024-03-06 00:00 transferred 甲局 > 乙局 due:2024-03-05T00:00")).toEqual(["due_before_event"]);
  });
});

describe("extensions", () => {
  const ask = "2024-03-11 23:59 extension_requested 甲局";
  it("approved move it by the time allowed, or to what is stated", () => {
    expect(overdue(`${ask}\n2024-03-11 23:59 extension_approved centre`)[0]).toMatch(/^甲局: 2024-03-19 00:00/);
    expect(overdue(`${ask}\n2024-03-11 23:59 extension_approved centre due:2024-03-14T12:00`)[0]).toMatch(
      /03-14 12:00/,
    );
  });
  it("asked for in time may be approved late: what was overdue clears, and a new instant begins", () => {
    expect(overdue(`${ask}\n2024-03-13 10:00 extension_approved centre`)).toEqual([
      "甲局: 2024-03-12 00:00 / - / - → 2024-03-13 10:00",
      "甲局: 2024-03-19 00:00 / 2024-03-22 00:00 / 2024-04-02 00:00",
    ]);
  });
  it("asked for at the due instant are too late: lateness cannot be approved away", () => {
    const late = "2024-03-12 00:00 extension_requested 甲局\n2024-03-12 09:00 extension_approved centre";
    expect(overdue(late)).toHaveLength(1);
    expect(flags(late)).toEqual(["due_passed"]);
  });
  it("approved without a request count by the approval itself", () => {
    expect(overdue("2024-03-11 23:59 extension_approved centre")[0]).toMatch(/2024-03-19/);
    expect(flags("2024-03-12 00:00 extension_approved centre")).toEqual(["due_passed"]);
  });
  it("approved twice move it once", () => {
    const twice = `${ask}\n2024-03-11 23:59 extension_approved centre\n2024-03-12 10:00 extension_approved centre`;
    expect(overdue(twice)[0]).toMatch(/2024-03-19/);
    expect(flags(twice)).toEqual(["verdict_repeated"]);
  });
});

describe("a clock that pauses while the order is suspended", () => {
  const pause = "2024-03-05 09:00 suspended 甲局\n2024-03-07 09:00 resumed 甲局";
  it("sets the due instant again, later by the suspension", () => {
    expect(overdue(pause, SUSPENDING)[0]).toMatch(/^甲局: 2024-03-14 00:00/);
    expect(overdue(pause)[0]).toMatch(/^甲局: 2024-03-12 00:00/);
  });
  it("does not pause where the due instant has come", () => {
    const late = "2024-03-12 00:00 suspended 甲局\n2024-03-20 09:00 resumed 甲局";
    expect(overdue(late, SUSPENDING)[0]).toMatch(/^甲局: 2024-03-12 00:00/);
  });
  it("an approval meanwhile moves what will be set", () => {
    const lines =
      "2024-03-05 09:00 suspended 甲局\n2024-03-06 09:00 extension_approved centre\n2024-03-07 09:00 resumed 甲局";
    expect(overdue(lines, SUSPENDING)[0]).toMatch(/^甲局: 2024-03-21 00:00/);
  });
  it("a stated instant is final", () => {
    const lines =
      "2024-03-05 09:00 suspended 甲局\n2024-03-06 09:00 extension_approved centre due:2024-03-15T00:00\n2024-03-07 09:00 resumed 甲局";
    expect(overdue(lines, SUSPENDING)[0]).toMatch(/^甲局: 2024-03-15 00:00/);
  });
  it("the end of the leg ends the suspension", () => {
    const lines = "2024-03-05 09:00 suspended 甲局\n2024-03-07 09:00 transferred 甲局 > 乙局";
    expect(overdue(lines, SUSPENDING)[0]).toMatch(/^乙局: 2024-03-14 00:00/);
  });
});
