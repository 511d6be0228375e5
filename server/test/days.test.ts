import { isoInstant, zone } from "@tianyan/core";
import { expect, test } from "vitest";
import { dayStart, weekEnd } from "../src/services/findings/days";
import { at } from "./support/instants";

const shanghai = zone("Asia/Shanghai");

test.each([
  ["2026-11-21T04:00:00Z", "2026-11-20T16:00:00.000Z", "2026-11-22T16:00:00.000Z"],
  ["2026-11-20T16:00:00Z", "2026-11-20T16:00:00.000Z", "2026-11-22T16:00:00.000Z"],
  ["2026-11-22T15:59:59.999Z", "2026-11-21T16:00:00.000Z", "2026-11-22T16:00:00.000Z"],
  ["2026-11-22T16:00:00Z", "2026-11-22T16:00:00.000Z", "2026-11-29T16:00:00.000Z"],
  ["2026-12-31T20:00:00Z", "2026-12-31T16:00:00.000Z", "2027-01-03T16:00:00.000Z"],
])("at %s the local day began at %s and the week ends at %s", (now, day, week) => {
  expect(isoInstant(dayStart(shanghai, at(now)))).toBe(day);
  expect(isoInstant(weekEnd(shanghai, at(now)))).toBe(week);
});
