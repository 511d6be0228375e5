import {
  ApiError,
  type EventItem,
  type JudgeSettingItem,
  type OrderDetail,
  parametersDocument,
  permitted,
} from "@tianyan/api";
import { type Finding, instant, isoInstant, type OrderEvent } from "@tianyan/core";
import { currentGeneration, type EventRow, isOrderInScope, type OrderKey, orderRow, readBatches } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import type { Keyring } from "../../keys/keyring";
import { findingsInScope } from "../findings/in-scope";
import { findingItem } from "../findings/item";
import { instantOf, isoOrNull } from "../instants";
import { judgeOrders } from "../judging/judge-orders";
import { type Bench, loadJudging } from "../judging/setting";
import { callerNow, shown, shownCaller, shownOrder, shownOrNull } from "../personal/shown";
import type { Services } from "../services";
import { loadByPeople } from "../triage/by-people";
import { loadUnitNames, type UnitNames } from "../units/names";
import { ownPartOf, type Part, wholeOf } from "./own-part";

const eventItem = (row: EventRow, event: OrderEvent): EventItem => ({
  ref: event.ref,
  has_id: event.hasId,
  at: isoInstant(event.at),
  position: event.position,
  part: event.part,
  kind: event.kind,
  unit: event.unit,
  to_unit: event.toUnit,
  reason_code: shownOrNull(event.reasonCode),
  text: shownOrNull(event.text),
  operator: shownOrNull(event.operator),
  result: shownOrNull(event.result),
  due_at: isoOrNull(event.dueAt),
  recorded_at: isoInstant(instant(row.recorded_at)),
  batch: row.batch,
});

/** Only those rows of the catalogue that the category can meet. */
function settingItem(bench: Bench, category: string): JudgeSettingItem {
  const { setting } = bench;
  return {
    parameters: parametersDocument(setting.parameters),
    parameters_version: bench.version,
    centres: [...setting.centres],
    competence: bench.competence.filter((row) => category === row.category || category.startsWith(`${row.category}>`)),
    measurable: [...setting.measurable],
    compare_rows: setting.compareRows,
  };
}

function unitsMet(
  { events }: Part,
  findings: readonly Finding[],
  bench: Bench,
  names: UnitNames,
): OrderDetail["units"] {
  const codes = new Set<string>(bench.setting.centres);
  for (const { event } of events) for (const code of [event.unit, event.toUnit]) if (code !== null) codes.add(code);
  for (const finding of findings) for (const { unit } of finding.units) codes.add(unit);
  const known = new Map(names.units.map((unit) => [unit.code, unit]));
  return [...codes].map((code) => {
    const kind = known.get(code)?.kind || (bench.setting.centres.includes(code) ? "centre" : "");
    const name = known.get(code)?.name ?? bench.units.name(code);
    return { code, name, kind, provisional: known.get(code)?.provisional ?? true };
  });
}

interface OrderQuery {
  readonly at?: string | undefined;
}

/**
 * One order with everything recorded of it, and its findings in scope as they stood at T. Throws ApiError where there is none in
 * scope.
 */
export const readOrder = (services: Services, actor: Actor, key: OrderKey, query: OrderQuery): Promise<OrderDetail> =>
  asActor(services, permitted(actor, "orders.read"), (reading) => detailOf(reading, services.keys, key, query));

async function detailOf(reading: Reading, keys: Keyring, key: OrderKey, query: OrderQuery): Promise<OrderDetail> {
  const { sql } = reading.db;
  const { scope } = reading;
  const at = instantOf(reading, query.at);
  const generation = await currentGeneration(sql);
  if (!(await isOrderInScope(sql, key, { generation, at, scope }))) throw new ApiError("order.not_found");
  const [judged] = await judgeOrders(sql, await loadJudging(sql), [key], at);
  if (!judged) throw new ApiError("order.not_found");
  const names = await loadUnitNames(sql);
  const part = scope.own ? ownPartOf(judged, scope.units ?? []) : wholeOf(judged);
  const batches = await readBatches(sql, [...new Set([judged.row.batch, ...part.events.map(({ row }) => row.batch)])]);
  const caller = scope.own ? null : await callerNow(sql, keys, key);
  const found = findingsInScope(judged, scope, at);
  const byPeople = await loadByPeople(reading, [key], at);
  return {
    at: isoInstant(at),
    order: shownOrder(orderRow(judged.order)),
    caller: caller && shownCaller(caller),
    events: part.events.map(({ row, event }) => eventItem(row, event)),
    flags: judged.judged.flags.filter(({ ref }) => part.flags(ref)).map(({ ref, flag }) => ({ ref, flag })),
    units: unitsMet(part, found, judged.bench, names),
    // Who sees only a part cannot judge it: findings come from here alone.
    setting: { ...settingItem(judged.bench, judged.order.category), ...(scope.own ? { measurable: [] } : {}) },
    findings: found.map((finding) => ({ ...findingItem(finding, at, names), ...byPeople(key, finding) })),
    batches: batches.map((batch) => ({
      id: batch.id,
      recorded_at: isoInstant(instant(batch.recorded_at)),
      files: scope.own ? [] : batch.files.map(shown),
    })),
  };
}
