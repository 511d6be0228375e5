import { createClock, evidence, findingKey, type Instant, levelAt } from "@tianyan/core";
import {
  ALL_MEASURES,
  type CaseHead,
  currentGeneration,
  type OrderKey,
  readCaseFindings,
  readCaseOrders,
  readCasePeople,
  readCaseSystems,
  readCaseUnits,
  readMeasures,
  type Transaction,
} from "@tianyan/db";
import { type CaseFactsForPaper, type FindingForPaper, orderForPaper, type UnitForPaper } from "@tianyan/papers";
import type { CaseClock } from "../cases/case-clock";
import { caseNumber } from "../cases/number";
import { type JudgedOrder, judgeOrders } from "../judging/judge-orders";
import { loadJudging } from "../judging/setting";
import { loadUnitNames, type UnitNames } from "../units/names";

/** Facts of a case, and the units that there are. */
export interface FactsOfCase {
  readonly facts: CaseFactsForPaper;
  readonly names: UnitNames;
  /** Orders to which something happened after the facts were taken. */
  readonly moved: readonly OrderKey[];
}

/**
 * What a paper of the case may say, its orders as they stood at `asOf`: of the whole case, whatever the scope of who asks, because a
 * paper speaks for the house. Call it with a transaction that sees all, for a case that was found in sight.
 */
export async function factsOfCase(
  tx: Transaction,
  file: Pick<CaseHead, "id" | "year" | "no">,
  { clock, at }: CaseClock,
  asOf: Instant,
): Promise<FactsOfCase> {
  const { id } = file;
  const judging = await loadJudging(tx);
  const names = await loadUnitNames(tx);
  const keys = (await readCaseOrders(tx, id)).map(({ source, order_id }) => ({ source, orderId: order_id }));
  const judged = await judgeOrders(tx, judging, keys, asOf);
  const now = asOf < at ? await judgeOrders(tx, judging, keys, at) : judged;
  const orders = judged.map(({ order, judged: { replay } }) => orderForPaper({ order, replay, clock, asOf }));
  const centres = new Set(judged.flatMap(({ bench }) => bench.setting.centres));
  const units = new Set((await readCaseUnits(tx, [id])).map(({ unit }) => unit));
  for (const { legs, pools } of orders) {
    for (const { unit } of legs) units.add(unit);
    for (const { centre } of pools) units.add(centre);
  }
  const facts: CaseFactsForPaper = {
    zone: judging.parametersAt(at).parameters.zone,
    caseNumber: caseNumber(file),
    period: null,
    orders,
    units: [...units].map((code) => unitOf(code, names, centres)),
    people: (await readCasePeople(tx, id)).map(({ name, unit, post, form, sanction }) => ({
      name,
      unit,
      post,
      form: form as 1 | 2 | 3 | 4,
      sanction,
    })),
    findings: await findingsOf(tx, id, judged, { at: asOf, names }),
    measures: (await readMeasures(tx, { ...ALL_MEASURES, caseId: id })).map((measure) => ({
      problem: measure.problem,
      measure: measure.measure,
      unit: measure.unit,
      dueOn: measure.due_on,
      accepted: measure.state === "accepted",
    })),
    systems: (await readCaseSystems(tx, id)).map(({ unit, kind, before, after, document }) => ({
      unit,
      kind: kind === "rule" ? "rule" : "process",
      before,
      after,
      document,
    })),
  };
  const moved = now.filter(({ judged: { replay } }, index) => replay.events.length !== eventsOf(judged[index]));
  return { facts, names, moved: moved.map(({ source, orderId }) => ({ source, orderId })) };
}

const eventsOf = (order: JudgedOrder | undefined): number => order?.judged.replay.events.length ?? 0;

function unitOf(code: string, { units }: UnitNames, centres: ReadonlySet<string>): UnitForPaper {
  const known = units.find((unit) => unit.code === code);
  return { code, name: known?.name ?? code, aliases: known?.aliases ?? [], centre: centres.has(code) };
}

/** Findings of the case that stand now, each with its sentence; what is no more is not told. */
async function findingsOf(
  tx: Transaction,
  id: string,
  judged: readonly JudgedOrder[],
  { at, names }: { readonly at: Instant; readonly names: UnitNames },
): Promise<FindingForPaper[]> {
  const rows = await readCaseFindings(tx, id, await currentGeneration(tx));
  return rows.flatMap(({ source, order_id: orderId, key, outcome }) => {
    const order = judged.find((one) => one.source === source && one.orderId === orderId);
    const finding = order?.judged.findings.find((one) => findingKey(one) === key);
    const level = finding ? levelAt(finding.steps, at) : null;
    if (!order || !finding || level === null) return [];
    const clock = createClock(order.bench.setting.parameters);
    const said = evidence(finding, { language: "zh", at, clock, unitName: (code) => names.name(code) });
    const units = finding.units.map(({ unit }) => unit);
    return [{ source, orderId, rule: finding.rule, units, level, confirmed: outcome === "confirmed", evidence: said }];
  });
}
