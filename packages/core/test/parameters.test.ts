import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, formatDuration, type Parameters, parseParameters } from "../src/index";

function read(doc: unknown, base?: Parameters): Parameters {
  const parsed = parseParameters(doc, base);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.parameters;
}

function problems(doc: unknown): string[] {
  const parsed = parseParameters(doc);
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`);
}

describe("a parameter document", () => {
  it("left empty is the default", () => {
    expect(read({})).toEqual(DEFAULT_PARAMETERS);
    expect(read(null)).toEqual(DEFAULT_PARAMETERS);
  });

  it("changes what it names and keeps the rest, field by field", () => {
    const { rules } = read({ rules: { circulation: { orange: "12wd", hops: { red: null } } } });
    expect(rules.circulation.steps.orange).toEqual({ amount: 12, unit: "wd" });
    expect(rules.circulation.steps.yellow).toEqual({ amount: 5, unit: "wd" });
    expect(rules.circulation.hops).toEqual({ yellow: 3, orange: 4, red: null });
    expect(rules.overdue).toEqual(DEFAULT_PARAMETERS.rules.overdue);
  });

  it("of a source wins over the general one, field by field", () => {
    const general = read({ sla: { default: "7wd", consult: "2wd" }, calendar: "weekdays" });
    const own = read({ sla: { default: "9wd" } }, general);
    expect(formatDuration(own.sla.table.default)).toBe("9wd");
    expect(own.sla.table.consult).toEqual({ amount: 2, unit: "wd" });
    expect(own.calendar).toBe("weekdays");
  });

  it("takes a level away by null, and an entry of the sla table too", () => {
    const { rules, sla } = read({ rules: { overdue: { yellow: null } }, sla: { consult: null } });
    expect(rules.overdue.steps.yellow).toBeNull();
    expect(sla.table.consult).toBeUndefined();
  });

  it("reads office hours, the zone and the centres", () => {
    const read1 = read({
      office_hours: ["13:00-17:00", "9:00-12:00"],
      zone: "Europe/Stockholm",
      centres: ["市中心", "区中心"],
    });
    expect(read1.officeHours).toEqual([
      [540, 720],
      [780, 1020],
    ]);
    expect(read1.zone).toBe("Europe/Stockholm");
    expect(read1.centres).toEqual(["市中心", "区中心"]);
  });
});

describe("what is wrong in it is named with its place, all at once", () => {
  it.each<[unknown, string]>([
    [[], " parameters.not_a_mapping"],
    [{ ruels: {} }, "ruels parameters.unknown_key"],
    [{ rules: { overdu: {} } }, "rules.overdu parameters.unknown_key"],
    [{ rules: { overdue: { within: "1wd" } } }, "rules.overdue.within parameters.unknown_key"],
    [{ rules: { overdue: { red: "10 days" } } }, "rules.overdue.red parameters.not_a_duration"],
    [{ rules: { overdue: { red: "99999d" } } }, "rules.overdue.red parameters.not_a_duration"],
    [{ rules: { "ping-pong": { red: 0 } } }, "rules.ping-pong.red parameters.not_a_count"],
    [{ rules: { "ping-pong": { enabled: "yes" } } }, "rules.ping-pong.enabled parameters.not_a_switch"],
    [{ rules: { "suspension-abuse": { red: "3wd" } } }, "rules.suspension-abuse.red parameters.not_natural"],
    [{ sla: { default: null } }, "sla.default parameters.not_a_duration"],
    [{ sla: { pause_when_suspended: 1 } }, "sla.pause_when_suspended parameters.not_a_switch"],
    [{ office_hours: ["09:00-12:00", "11:00-17:00"] }, "office_hours parameters.not_office_hours"],
    [{ zone: "Shanghai" }, "zone parameters.unknown_zone"],
    [{ calendar: "china" }, "calendar parameters.unknown_calendar"],
    [{ centres: [] }, "centres parameters.not_centres"],
  ])("%j", (doc, problem) => expect(problems(doc)).toEqual([problem]));

  it("in words of both languages that say what to write", () => {
    const parsed = parseParameters({ zone: 5, calendar: 5 });
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(2);
    for (const { zh, en } of parsed.ok ? [] : parsed.problems) expect(zh.length * en.length).toBeGreaterThan(0);
  });
});
