import { describe, expect, it } from "vitest";
import { tell } from "./script";

const flagsOf = (text: string): string[] => tell(text).flags.map(({ ref, flag }) => `${ref} ${flag}`);

const HELD = `
  2024-03-04 09:00 accepted   centre
  2024-03-04 09:10 dispatched centre > 甲局`;

describe("who may", () => {
  it("while a unit holds the order, only it, a centre or nobody named can move it", () => {
    expect(flagsOf(`${HELD}\n2024-03-04 10:00 transferred 乙局 > 乙局`)).toEqual(["#3 not_entitled"]);
    expect(flagsOf(`${HELD}\n2024-03-04 10:00 completed 乙局`)).toEqual(["#3 not_entitled"]);
    expect(flagsOf(`${HELD}\n2024-03-04 10:00 transferred 甲局 > 乙局`)).toEqual([]);
    expect(flagsOf(`${HELD}\n2024-03-04 10:00 transferred 区中心 > 乙局`)).toEqual([]);
    expect(flagsOf(`${HELD}\n2024-03-04 10:00 transferred - > 乙局`)).toEqual([]);
  });
  it("in the pool whoever acts", () => {
    const text = "2024-03-04 09:00 accepted centre\n2024-03-04 10:00 dispatched 丙镇 > 甲局";
    expect(flagsOf(text)).toEqual([]);
  });
  it("another unit's work on the matter is flagged and counts as stated", () => {
    const told = tell(`${HELD}\n2024-03-04 10:00 contacted 乙局\n2024-04-30 10:00 noted -`);
    expect(told.flags).toEqual([{ ref: "#3", flag: "not_holder" }]);
    expect(told.of("uncontacted")).toEqual([]);
    expect(tell(`${HELD}\n2024-03-04 10:00 contacted 区中心`).flags).toEqual([]);
  });
});

describe("what cannot take effect is flagged and ignored", () => {
  it.each([
    ["a second acceptance", "accepted centre", "accepted_again"],
    ["a dispatch to nobody", "dispatched centre", "no_target"],
    ["a dispatch to the holder", "dispatched centre > 甲局", "same_holder"],
    ["a resumption of nothing", "resumed 甲局", "not_suspended"],
    ["a class that is none", "classified centre result:odd", "unknown_class"],
  ])("%s", (_name, line, flag) => expect(flagsOf(`${HELD}\n2024-03-04 10:00 ${line}`)).toEqual([`#3 ${flag}`]));

  it.each(["return_requested", "return_approved", "return_rejected", "recalled", "suspended", "extension_approved"])(
    "%s in the pool and on a done order",
    (kind) => {
      expect(flagsOf(`2024-03-04 09:00 accepted centre\n2024-03-04 10:00 ${kind} centre`)).toEqual([
        "#2 order_in_pool",
      ]);
      expect(flagsOf(`${HELD}\n2024-03-05 10:00 completed 甲局\n2024-03-06 10:00 ${kind} centre`)).toEqual([
        "#4 order_done",
      ]);
    },
  );
  it("a second completion, but not a closing of the completed order", () => {
    const done = `${HELD}\n2024-03-05 10:00 completed 甲局`;
    expect(flagsOf(`${done}\n2024-03-05 11:00 completed 甲局`)).toEqual(["#4 order_done"]);
    expect(flagsOf(`${done}\n2024-03-05 11:00 closed centre`)).toEqual([]);
  });
  it("a second suspension within one", () => {
    expect(flagsOf(`${HELD}\n2024-03-05 10:00 suspended 甲局\n2024-03-06 10:00 suspended 甲局`)).toEqual([
      "#4 already_suspended",
    ]);
  });
});

describe("acceptance and reopening that nobody wrote down", () => {
  it("acceptance is implied at the first event, in the chief's pool", () => {
    const told = tell("2024-03-04 09:00 noted -\n2024-03-29 09:00 dispatched - > 甲局");
    expect(told.flags).toEqual([{ ref: "#1", flag: "implied_acceptance" }]);
    expect(told.of("undispatched")).toEqual([
      "centre: 2024-03-05 10:00 / 2024-03-07 00:00 / 2024-03-12 00:00 → 2024-03-29 09:00",
    ]);
  });
  it("a dispatch of a done order reopens it, and falls on whoever had completed it", () => {
    const told = tell(`${HELD}\n2024-03-05 10:00 completed 甲局\n2024-03-06 10:00 dispatched centre > 乙局`);
    expect(told.flags).toEqual([{ ref: "#4", flag: "implied_reopening" }]);
    expect(told.of("reopened")).toEqual(["甲局: 2024-03-06 10:00 / - / -"]);
  });
  it("a reopening of an open order is a transfer, and nothing without a receiver", () => {
    const told = tell(`${HELD}\n2024-03-05 10:00 reopened centre > 乙局`);
    expect(told.flags).toEqual([{ ref: "#3", flag: "reopened_while_open" }]);
    expect(told.of("reopened")).toEqual([]);
    expect(flagsOf(`${HELD}\n2024-03-05 10:00 reopened centre`)).toEqual(["#3 reopened_while_open", "#3 no_target"]);
  });
  it("a reopening without a receiver goes back to the last unit", () => {
    const told = tell(
      `${HELD}\n2024-03-05 10:00 completed 甲局\n2024-03-06 10:00 reopened centre\n2024-06-06 10:00 noted -`,
    );
    expect(told.of("unsigned").at(-1)).toMatch(/^甲局: 2024-03-07/);
  });
  it("a reopening of what no unit ever had goes to the last pool", () => {
    const told = tell("2024-03-04 09:00 accepted 区中心\n2024-03-04 10:00 closed -\n2024-03-05 09:00 reopened -");
    expect(told.of("undispatched")).toEqual(["区中心: 2024-03-06 10:00 / 2024-03-08 00:00 / 2024-03-13 00:00"]);
    expect(told.of("reopened")).toEqual(["区中心: 2024-03-05 09:00 / - / -"]);
  });
});

describe("verdicts", () => {
  it("answer the latest request that is open", () => {
    const told = tell(`${HELD}
      2024-03-04 10:00 return_requested 甲局
      2024-03-04 10:30 return_requested 甲局
      2024-03-04 11:00 return_rejected  centre
      2024-03-04 12:00 return_rejected  centre`);
    expect(told.flags).toEqual([]);
    expect(told.of("rejected-returns")).toEqual(["甲局: 2024-03-04 11:00 / 2024-03-04 12:00 / -"]);
  });
  it("that repeat an answer are flagged and count for no rule", () => {
    const told = tell(`${HELD}
      2024-03-04 10:00 return_requested 甲局
      2024-03-04 11:00 return_rejected  centre
      2024-03-04 12:00 return_rejected  centre`);
    expect(told.flags).toEqual([{ ref: "#5", flag: "verdict_repeated" }]);
    expect(told.of("rejected-returns")).toEqual(["甲局: 2024-03-04 11:00 / - / -"]);
  });
  it("an approval that repeats an answer ends the leg all the same", () => {
    const told = tell(`${HELD}
      2024-03-04 10:00 return_requested 甲局
      2024-03-04 11:00 return_rejected  centre
      2024-03-04 12:00 return_approved  区中心
      2024-06-04 12:00 noted -`);
    expect(told.of("wrong-dispatch")).toEqual([]);
    expect(told.of("undispatched").at(-1)).toMatch(/^区中心: /);
  });
  it("without any request they count", () => {
    const told = tell(`${HELD}\n2024-03-04 11:00 return_approved centre`);
    expect(told.of("wrong-dispatch")).toEqual(["centre: 2024-03-04 11:00 / - / -"]);
    expect(told.of("repeated-returns")).toEqual([]);
  });
});

describe("rows", () => {
  it("equal to an earlier one are duplicates, unless both carry different ids", () => {
    const line = "2024-03-04 11:00 return_rejected centre";
    expect(flagsOf(`${HELD}\n${line}\n${line}`)).toEqual(["#4 duplicate"]);
    expect(flagsOf(`${HELD}\n${line} id:a\n${line} id:b`)).toEqual([]);
    expect(flagsOf(`${HELD}\n${line} id:a\n${line} id:a`)).toEqual(["a duplicate"]);
    expect(flagsOf(`${HELD}\n${line} id:a\n${line}`)).toEqual(["#4 duplicate"]);
  });
  it("of the same id with other content are corrections: the later one counts, even back again", () => {
    const told = tell(`${HELD} id:x\n2024-03-04 09:10 dispatched centre > 乙局 id:x\n2024-06-04 12:00 noted -`);
    expect(told.flags).toEqual([{ ref: "x", flag: "corrected" }]);
    expect(told.of("unsigned")[0]).toMatch(/^乙局/);
    const back = tell(`${HELD} id:x
      2024-03-04 09:10 dispatched centre > 乙局 id:x
      2024-03-04 09:10 dispatched centre > 甲局 id:x
      2024-06-04 12:00 noted -`);
    expect(back.of("unsigned")[0]).toMatch(/^甲局/);
  });
  it("that correct an instant do not exist before the corrected one", () => {
    const text = `${HELD}\n2024-03-05 10:00 return_rejected centre id:r\n2024-03-08 10:00 return_rejected centre id:r`;
    expect(tell(text, { asOf: "2024-03-06 00:00" }).of("rejected-returns")).toEqual([]);
    expect(tell(text, { asOf: "2024-03-08 10:00" }).of("rejected-returns")).toEqual(["甲局: 2024-03-08 10:00 / - / -"]);
  });
});
