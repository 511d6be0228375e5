import { describe, expect, it } from "vitest";
import { tell } from "./script";

/** Monday 4 March 2024. */
const HELD = `
  2024-03-04 09:00 accepted   centre
  2024-03-04 09:10 dispatched centre > 甲局`;
const told = (lines: string, setting = {}) => tell(`${HELD}\n${lines}`, setting);

/** `甲局` holds, asks, and is let go; then the order goes to the next unit. */
const passOn = (day: string, from: string, to: string): string =>
  `2024-03-${day} 10:00 return_requested ${from}\n2024-03-${day} 11:00 return_approved centre\n2024-03-${day} 12:00 dispatched centre > ${to}`;

describe("returns", () => {
  it("an approved return is charged to the centre, a rejected one to the unit, an open one to nobody", () => {
    const text = `2024-03-04 10:00 return_requested 甲局\n2024-03-04 11:00 return_rejected centre\n2024-03-04 12:00 return_requested 甲局`;
    expect(told(text).of("repeated-returns")).toEqual(["甲局: 2024-03-04 12:00 / - / -"]);
    expect(told(`${text}\n2024-03-04 13:00 return_approved 区中心`).of("repeated-returns")[0]).toMatch(
      /^区中心\+甲局:|^甲局\+区中心:/,
    );
    const open = "2024-03-04 10:00 return_requested 甲局\n2024-03-04 12:00 return_requested 甲局";
    expect(told(open).of("repeated-returns")).toEqual([": 2024-03-04 12:00 / - / -"]);
  });
  it("what a centre asks in the unit's stead counts for the order and names nobody", () => {
    const text =
      "2024-03-06 10:00 return_requested centre\n2024-03-06 10:30 return_requested centre\n2024-03-06 11:00 return_rejected centre";
    expect(told(text).of("repeated-returns")).toEqual([": 2024-03-06 10:30 / - / -"]);
    expect(told(text).of("late-return")).toEqual([]);
    expect(told(text).of("unverified-return")).toEqual([]);
  });
  it("late is at or after the end of the working day allowed", () => {
    expect(told("2024-03-05 23:59 return_requested 甲局").of("late-return")).toEqual([]);
    expect(told("2024-03-06 00:00 return_requested 甲局").of("late-return")).toEqual([
      "甲局: 2024-03-06 00:00 / - / -",
    ]);
  });
  it("only the first request of a leg can be late", () => {
    const text = "2024-03-05 10:00 return_requested 甲局\n2024-03-20 10:00 return_requested 甲局";
    expect(told(text).of("late-return")).toEqual([]);
  });
  it("reasons shift at the second different one", () => {
    const asks = (...reasons: string[]) =>
      reasons.map((reason, hour) => `2024-03-04 1${hour}:00 return_requested 甲局 reason:${reason}`).join("\n");
    expect(told(asks("a", "a", "a")).of("shifting-reasons")).toEqual([]);
    expect(told(asks("a", "b", "a", "c")).of("shifting-reasons")).toEqual([
      "甲局: - / 2024-03-04 11:00 / 2024-03-04 13:00",
    ]);
  });
  it("unverified means that nobody had called or gone there in the leg before the request", () => {
    const asked = "2024-03-04 10:00 return_requested 甲局";
    const rejected = "2024-03-04 12:00 return_rejected centre";
    expect(told(`${asked}\n${rejected}`).of("unverified-return")).toEqual(["甲局: 2024-03-04 12:00 / - / -"]);
    expect(told(`${asked}\n2024-03-04 11:00 visited 甲局\n${rejected}`).of("unverified-return")).toHaveLength(1);
    expect(told(`2024-03-04 09:30 contacted centre\n${asked}\n${rejected}`).of("unverified-return")).toEqual([]);
    expect(told(rejected).of("unverified-return")).toEqual([]);
  });
  it("wrongful is what the catalogue puts into the unit's charge", () => {
    const asked = "2024-03-04 10:00 return_requested 甲局";
    expect(told(asked, { order: { category: "园林>树木" } }).of("wrongful-return")).toEqual([
      "甲局: - / 2024-03-04 10:00 / -",
    ]);
    expect(told(asked, { order: { category: "道路" } }).of("wrongful-return")).toEqual([]);
  });
  it("belied are the approved returns of a unit that completes after all", () => {
    const twice = `${passOn("05", "甲局", "乙局")}\n${passOn("06", "乙局", "甲局")}\n${passOn("07", "甲局", "乙局")}\n${passOn("08", "乙局", "甲局")}`;
    expect(told(`${twice}\n2024-03-11 10:00 completed 甲局`).of("belied-return")).toEqual([
      "甲局: 2024-03-11 10:00 / 2024-03-11 10:00 / -",
    ]);
    expect(told(`${twice}\n2024-03-11 10:00 completed centre`).of("belied-return")).toEqual([]);
  });
});

describe("who sent it and who let it go", () => {
  it("a wrong dispatch falls on whoever sent the order there", () => {
    expect(told(passOn("05", "甲局", "乙局")).of("wrong-dispatch")).toEqual(["centre: 2024-03-05 11:00 / - / -"]);
    const byUnit = "2024-03-05 09:00 transferred 甲局 > 乙局\n2024-03-05 11:00 return_approved centre";
    expect(told(byUnit).of("wrong-dispatch")).toEqual(["甲局: 2024-03-05 11:00 / - / -"]);
    const byNobody = "2024-03-05 09:00 transferred - > 乙局\n2024-03-05 11:00 return_approved centre";
    expect(told(byNobody).of("wrong-dispatch")).toEqual(["甲局: 2024-03-05 11:00 / - / -"]);
  });
  it("ping-pong names those who let the order go since the unit had it before", () => {
    const text = `${passOn("05", "甲局", "乙局")}\n2024-03-06 10:00 transferred 乙局 > 甲局`;
    expect(told(text).of("ping-pong")).toEqual(["centre+乙局+甲局: 2024-03-06 10:00 / - / -"]);
  });
  it("a recall is the centre's, a completion nobody's, a transfer by a centre the centre's", () => {
    const recalled =
      "2024-03-05 10:00 recalled centre\n2024-03-05 11:00 dispatched - > 乙局\n2024-03-06 10:00 transferred 区中心 > 甲局";
    expect(told(recalled).of("ping-pong")).toEqual(["centre+区中心: 2024-03-06 10:00 / - / -"]);
    const done =
      "2024-03-05 10:00 completed 甲局\n2024-03-06 10:00 reopened - > 乙局\n2024-03-07 10:00 completed 乙局\n2024-03-08 10:00 reopened - > 甲局";
    expect(told(done).of("ping-pong")).toEqual([": 2024-03-08 10:00 / - / -"]);
  });
  it("a pool in between is no unit: back to the same one is no revisit", () => {
    const text = "2024-03-05 10:00 recalled centre\n2024-03-05 11:00 dispatched centre > 甲局";
    expect(told(text).of("ping-pong")).toEqual([]);
  });
});

describe("extensions, completions, notes", () => {
  it("late is at or after the due instant", () => {
    expect(told("2024-03-11 23:59 extension_requested 甲局").of("late-extension")).toEqual([]);
    expect(told("2024-03-12 00:00 extension_requested 甲局").of("late-extension")).toEqual([
      "甲局: - / 2024-03-12 00:00 / -",
    ]);
  });
  it("repeated begins with the second; a centre that asks in the unit's stead is not named", () => {
    const text = "2024-03-05 10:00 extension_requested 甲局\n2024-03-05 11:00 extension_requested centre";
    expect(told(text).of("repeated-extensions")).toEqual(["甲局: 2024-03-05 11:00 / - / -"]);
  });
  it("a completion without contact in its leg is unverified, within half an hour instant", () => {
    const at = (time: string) => told(`2024-03-04 ${time} completed 甲局`);
    expect(at("09:40").of("instant-completion")).toEqual(["甲局: - / 2024-03-04 09:40 / -"]);
    expect(at("09:41").of("instant-completion")).toEqual([]);
    expect(at("09:41").of("unverified-completion")).toEqual(["甲局: 2024-03-04 09:41 / - / -"]);
    expect(
      told("2024-03-04 09:20 contacted 乙局\n2024-03-04 09:30 completed 甲局").of("unverified-completion"),
    ).toEqual([]);
    expect(told("2024-03-04 09:30 completed centre").of("unverified-completion")).toEqual([]);
  });
  it("progress is hollow from the fifth note in a row", () => {
    const notes = (days: readonly string[]) => days.map((day) => `2024-03-${day} 10:00 progressed 甲局`).join("\n");
    expect(told(notes(["05", "06", "07", "08"])).of("hollow-progress")).toEqual([]);
    expect(told(notes(["05", "06", "07", "08", "09"])).of("hollow-progress")).toEqual([
      "甲局: 2024-03-09 10:00 / - / -",
    ]);
    const broken = `${notes(["05", "06", "07"])}\n2024-03-08 10:00 replied 甲局\n${notes(["09", "10"])}`;
    expect(told(broken).of("hollow-progress")).toEqual([]);
  });
});
