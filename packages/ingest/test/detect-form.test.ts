import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateFormsOf, detectDates } from "../src/index";

describe("how a column writes its instants", () => {
  it.each([
    ["2024-03-05 09:07:00", ["iso"]],
    ["2024-03-05T09:07", ["iso"]],
    ["2024/3/5 9:07", ["year-first"]],
    ["2024年3月5日 9时7分", ["year-first"]],
    ["20240305090700", ["compact"]],
    ["20240305", ["compact"]],
    ["45356.379861", ["serial"]],
    ["29/2/2016 01:16", ["dmy"]],
    ["2/29/2016 1:16 PM", ["mdy"]],
    ["3/5/2024", ["dmy", "mdy"]],
    ["31/31/2024", []],
    ["昨天", []],
  ])("%s", (text, forms) => {
    expect(dateFormsOf(text)).toEqual(forms);
  });

  it("one value that only one order can read decides; nothing that does, asks; both, ask too", () => {
    expect(detectDates(["3/5/2024", "29/2/2016"])).toMatchObject({ form: "dmy", profile: "dmy", question: null });
    expect(detectDates(["3/5/2024", "2/29/2016"])).toMatchObject({ form: "mdy", profile: "mdy", question: null });
    expect(detectDates(["3/5/2024", "1/2/2024"])).toMatchObject({
      form: null,
      profile: null,
      question: "day_or_month",
    });
    expect(detectDates(["29/2/2016", "2/29/2016"])).toMatchObject({ profile: null, question: "day_and_month" });
    expect(detectDates(["2024/3/5", "2024/3/6", "2024-03-05"])).toMatchObject({ form: "year-first", profile: "iso" });
    expect(detectDates(["", "昨天"])).toMatchObject({
      form: null,
      profile: null,
      question: null,
      sampled: 1,
      unreadable: 1,
    });
  });

  it("dates written day first are never taken for month first", () => {
    const date = fc.date({ min: new Date("1995-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(date, { minLength: 1 }), (dates) => {
        const texts = dates.map((one) => `${one.getUTCDate()}/${one.getUTCMonth() + 1}/${one.getUTCFullYear()} 10:00`);
        const { profile, question } = detectDates(texts);
        expect(profile === "dmy" || question === "day_or_month").toBe(true);
      }),
    );
  });
});
