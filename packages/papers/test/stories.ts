import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createClock,
  createCompetence,
  createJudge,
  DEFAULT_PARAMETERS,
  type EventKind,
  emptyOrder,
  evidence,
  instant,
  levelAt,
  type OrderEvent,
  RULES,
} from "@tianyan/core";
import { type CaseFactsForPaper, defaultTemplates, orderForPaper, type UnitForPaper } from "../src/index";

const folder = (name: string): string => fileURLToPath(new URL(`../../../seed/stories/${name}/`, import.meta.url));

/** The stories' tables hold no quoted fields. */
function table(path: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .trim()
    .split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

const judge = createJudge({
  parameters: DEFAULT_PARAMETERS,
  centres: ["centre"],
  competence: createCompetence([]),
  measurable: new Set(RULES),
  compareRows: true,
});
const clock = createClock(DEFAULT_PARAMETERS);

const unit = (code: string): UnitForPaper => ({
  code,
  name: code === "centre" ? "县12345热线中心" : code,
  aliases: [],
  centre: code === "centre",
});

/** The facts of a case with the one order of a story; every finding confirmed; taken at the end of its year. */
export function caseOf(story: string, more: Partial<CaseFactsForPaper> = {}): CaseFactsForPaper {
  const [row = {}] = table(`${folder(story)}orders.csv`);
  const order = {
    ...emptyOrder(row.source ?? "", row.order_id ?? ""),
    title: row.title ?? "",
    orderType: row.order_type ?? "",
  };
  const events = table(`${folder(story)}events.csv`).map(
    (event, position): OrderEvent => ({
      ref: event.event_id ?? "",
      hasId: true,
      at: instant(Date.parse(event.at ?? "")),
      position,
      part: 0,
      kind: event.kind as EventKind,
      unit: event.unit || null,
      toUnit: event.to_unit || null,
      reasonCode: event.reason_code || null,
      text: event.text || null,
      operator: event.operator || null,
      result: event.result || null,
      dueAt: event.due_at ? instant(Date.parse(event.due_at)) : null,
    }),
  );
  const asOf = instant(Date.parse("2021-12-31T00:00:00Z"));
  const judged = judge.judge(order, events, asOf);
  const unitName = (code: string): string => unit(code).name;
  const codes = new Set(["centre", ...judged.replay.legs.map((leg) => leg.unit)]);
  return {
    zone: "Asia/Shanghai",
    caseNumber: "督〔2021〕17号",
    period: null,
    orders: [orderForPaper({ order, replay: judged.replay, clock, asOf })],
    units: [...codes].map(unit),
    people: [],
    findings: judged.findings.map((finding) => ({
      source: order.source,
      orderId: order.orderId,
      rule: finding.rule,
      units: finding.units.map((one) => one.unit),
      level: levelAt(finding.steps, asOf) ?? "yellow",
      confirmed: true,
      evidence: evidence(finding, { language: "zh", at: asOf, clock, unitName }),
    })),
    measures: [],
    systems: [],
    ...more,
  };
}

export const registry = (facts: CaseFactsForPaper): readonly UnitForPaper[] => [
  ...facts.units,
  { code: "water", name: "县水利局", aliases: ["县水务局"], centre: false },
];

export const templates = defaultTemplates({
  name: "中共阳谷县纪律检查委员会",
  shortName: "阳谷县纪委监委",
  office: "阳谷县纪委监委办公室",
});

export const reply = { workingDays: 10, by: "2021-07-16" } as const;
