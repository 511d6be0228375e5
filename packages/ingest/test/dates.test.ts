import { isoInstant, zone } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { createInstantReader } from "../src/dates/read-instant";
import type { DateOrder } from "../src/profiles/profile";

const reader = (dates: DateOrder = "iso", zoneName = "Asia/Shanghai") => {
  const read = createInstantReader(dates, zone(zoneName));
  return (text: string): string | null => {
    const at = read(text);
    return at === null ? null : isoInstant(at);
  };
};

describe("instants as real exports write them, in the source's zone", () => {
  it.each([
    ["2024-03-05T09:07:00", "2024-03-05T01:07:00.000Z"],
    ["2024-03-05 09:07:00", "2024-03-05T01:07:00.000Z"],
    ["2024-03-05 09:07", "2024-03-05T01:07:00.000Z"],
    ["2024/3/5 9:07", "2024-03-05T01:07:00.000Z"],
    ["2024.3.5 9:07:08", "2024-03-05T01:07:08.000Z"],
    ["2024-03-05", "2024-03-04T16:00:00.000Z"],
    ["20240305090700", "2024-03-05T01:07:00.000Z"],
    ["202403050907", "2024-03-05T01:07:00.000Z"],
    ["20240305", "2024-03-04T16:00:00.000Z"],
    ["20240305T090700Z", "2024-03-05T09:07:00.000Z"],
    ["2024年3月5日 9时7分", "2024-03-05T01:07:00.000Z"],
    ["2024年3月5日9时7分8秒", "2024-03-05T01:07:08.000Z"],
    ["2024年03月05日", "2024-03-04T16:00:00.000Z"],
    ["2024年3月5日 下午2时7分", "2024-03-05T06:07:00.000Z"],
    ["2024/3/5 下午 2:07:09", "2024-03-05T06:07:09.000Z"],
    ["2024/3/5 上午 12:07", "2024-03-05T04:07:00.000Z"],
    ["2024/3/5 星期二 9:07", "2024-03-05T01:07:00.000Z"],
    ["2024-03-05 2:07 PM", "2024-03-05T06:07:00.000Z"],
    ["2024-03-05 12:07 am", "2024-03-04T16:07:00.000Z"],
    ["2024-03-05T24:00:00", "2024-03-05T16:00:00.000Z"],
    ["２０２４／３／５　９：０７", "2024-03-05T01:07:00.000Z"],
    ["45356", "2024-03-04T16:00:00.000Z"],
    ["45356.379861", "2024-03-05T01:07:00.000Z"],
    ["45356.3798611111", "2024-03-05T01:07:00.000Z"],
  ])("%s", (text, expected) => {
    expect(reader()(text)).toBe(expected);
  });

  it.each([
    ["2024-03-05T09:07:00Z", "2024-03-05T09:07:00.000Z"],
    ["2024-03-05T09:07:00.123Z", "2024-03-05T09:07:00.123Z"],
    ["2024-03-05T09:07:00+02:00", "2024-03-05T07:07:00.000Z"],
    ["2024-03-05T09:07:00+0200", "2024-03-05T07:07:00.000Z"],
    ["2024-03-05 09:07:00-0930", "2024-03-05T18:37:00.000Z"],
    ["2024-03-05 09:07:00 +08:00", "2024-03-05T01:07:00.000Z"],
    ["2024-03-05T09:07:00+08", "2024-03-05T01:07:00.000Z"],
    ["2011-12-06 13:41:31.788000+01:00", "2011-12-06T12:41:31.788Z"],
    ["2024-03-05T09:07Z", "2024-03-05T09:07:00.000Z"],
  ])("%s, by its own offset", (text, expected) => {
    expect(reader()(text)).toBe(expected);
  });

  it.each([
    "",
    "昨天",
    "2024-13-01",
    "2024-00-10",
    "2023-02-29",
    "2024-04-31 10:00",
    "2024-03-05 25:00",
    "2024-03-05 09:60",
    "2024-03-05T09:07:61",
    "2024-03-05T09:07:00+25:00",
    "29/2/2016 01:16",
    "5.3.2024",
    "3",
    "1234",
    "2024-03-05T24:00:01",
    "13:00 PM",
    "2024-03-05 13:07 PM",
    "2024-03-05 下午",
    "x2024-03-05",
    "2024-03-05T09:07:00Zx",
    `2024-03-05${" ".repeat(70)}09:07`,
  ])("%s is not readable", (text) => {
    expect(reader()(text)).toBeNull();
  });

  it("day first and month first where the profile says so; a form that names its order itself stays readable", () => {
    expect(reader("dmy", "UTC")("29/2/2016 01:16")).toBe("2016-02-29T01:16:00.000Z");
    expect(reader("dmy", "UTC")("3.4.2024")).toBe("2024-04-03T00:00:00.000Z");
    expect(reader("mdy", "UTC")("3/4/2024 1:16 PM")).toBe("2024-03-04T13:16:00.000Z");
    expect(reader("dmy", "UTC")("2/29/2016")).toBeNull();
    expect(reader("dmy", "UTC")("2016-02-29T01:16:00Z")).toBe("2016-02-29T01:16:00.000Z");
  });

  it("a date-fns pattern, in the zone or by the offset that it holds, before any other form", () => {
    expect(reader({ pattern: "dd.MM.yyyy HH:mm" })("05.03.2024 09:07")).toBe("2024-03-05T01:07:00.000Z");
    expect(reader({ pattern: "MMM d, yyyy h:mm a" }, "UTC")("Mar 5, 2024 2:07 PM")).toBe("2024-03-05T14:07:00.000Z");
    expect(reader({ pattern: "yyyy-dd-MM HH:mm:ss" }, "UTC")("2024-05-03 09:07:00")).toBe("2024-03-05T09:07:00.000Z");
    expect(reader({ pattern: "dd.MM.yyyy HH:mm xx" })("05.03.2024 09:07 +0200")).toBe("2024-03-05T07:07:00.000Z");
    expect(reader({ pattern: "dd.MM.yyyy HH:mm" })("31.02.2024 09:07")).toBeNull();
  });

  it("a pattern is not moved by a clock change of this machine or of another zone", () => {
    const read = reader({ pattern: "dd.MM.yyyy HH:mm" }, "UTC");
    for (const text of ["10.03.2024 02:30", "31.03.2024 02:30", "03.11.2024 01:30"]) {
      const [day, month] = text.split(".");
      expect(read(text)).toBe(`2024-${month}-${day}T${text.slice(11)}:00.000Z`);
    }
  });

  it("a time that a clock change skips is moved forward, one that occurs twice is the first", () => {
    const read = reader("iso", "Europe/Stockholm");
    expect(read("2024-03-31 02:30:00")).toBe("2024-03-31T01:30:00.000Z");
    expect(read("2024-10-27 02:30:00")).toBe("2024-10-27T00:30:00.000Z");
  });
});
