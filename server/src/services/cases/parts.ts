import type { CaseDetail, CaseFinding, CaseOrder } from "@tianyan/api";
import { type Instant, instant, isoInstant, levelAt, type RuleId, type Steps } from "@tianyan/core";
import {
  ALL_MEASURES,
  type CaseFindingRow,
  type OrderKey,
  pageOrders,
  readCaseApprovals,
  readCaseAttachments,
  readCaseChecks,
  readCaseComments,
  readCaseEvents,
  readCaseFindings,
  readCaseOrders,
  readCasePapers,
  readCaseSystems,
  readFurtherLife,
  readMeasures,
} from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { isoOrNull } from "../instants";
import { orderItem } from "../orders/list";
import { shown, shownDeep, shownOrNull } from "../personal/shown";
import { caseFile, measureItems } from "./measure-item";
import { casePaper } from "./paper-item";
import type { CaseWords } from "./rows";

type Parts = Pick<
  CaseDetail,
  | "orders"
  | "findings"
  | "checks"
  | "measures"
  | "systems"
  | "papers"
  | "approvals"
  | "comments"
  | "attachments"
  | "events"
  | "further"
>;

interface Setting {
  readonly generation: string;
  readonly words: CaseWords;
}

const iso = (at: number): string => isoInstant(instant(at));

/** Everything that belongs to a case in sight, but for people. */
export async function partsOf(reading: Reading, id: string, setting: Setting): Promise<Parts> {
  const { sql } = reading.db;
  const { generation, words } = setting;
  const { clock, names } = words;
  const unitOf = (code: string) => ({ code, name: names.name(code) });
  return {
    orders: await ordersOf(reading, id, setting),
    findings: (await readCaseFindings(sql, id, generation)).map((row) => findingOf(row, clock.at)),
    checks: (await readCaseChecks(sql, id)).map(({ kind, place, result, at, ...check }) => ({
      ...check,
      kind: kind as Parts["checks"][number]["kind"],
      place: shown(place),
      result: shown(result),
      at: iso(at),
    })),
    measures: await measureItems(sql, await readMeasures(sql, { ...ALL_MEASURES, caseId: id }), words),
    systems: (await readCaseSystems(sql, id)).map(({ unit, kind, at, ...system }) => ({
      ...system,
      unit: unitOf(unit),
      kind: kind as Parts["systems"][number]["kind"],
      before: shown(system.before),
      after: shown(system.after),
      document: shown(system.document),
      at: iso(at),
    })),
    papers: (await readCasePapers(sql, id)).map((row) => casePaper(row, words)),
    approvals: (await readCaseApprovals(sql, id)).map(
      ({ asked_account: _, lapsed_at, asked_at, verdict_at, ...approval }) => ({
        ...approval,
        action: approval.action as Parts["approvals"][number]["action"],
        reason: shown(approval.reason),
        verdict_reason: shownOrNull(approval.verdict_reason),
        asked_at: iso(asked_at),
        verdict_at: isoOrNull(verdict_at),
        valid: lapsed_at === null,
      }),
    ),
    comments: (await readCaseComments(sql, id)).map(({ text, mentions, at, ...comment }) => ({
      ...comment,
      text: shown(text),
      mentions: [...mentions],
      at: iso(at),
    })),
    attachments: (await readCaseAttachments(sql, id)).map(caseFile),
    events: (await readCaseEvents(sql, id)).map(({ account: _, kind, before, after, at, ...event }) => ({
      ...event,
      kind: kind as Parts["events"][number]["kind"],
      reason: shown(event.reason),
      before: shownDeep(before as Parts["events"][number]["before"]),
      after: shownDeep(after as Parts["events"][number]["after"]),
      at: iso(at),
    })),
    further: (await readFurtherLife(sql, id, { generation, at: clock.at })).map(({ rule, at, ...life }) => ({
      ...life,
      rule: rule as RuleId | null,
      at: iso(at),
    })),
  };
}

/** Those in the reader's scope as the list of orders shows them. */
async function ordersOf(
  { db: { sql }, scope }: Reading,
  id: string,
  { generation, words }: Setting,
): Promise<CaseOrder[]> {
  const linked = await readCaseOrders(sql, id);
  const among = linked.map((row): OrderKey => ({ source: row.source, orderId: row.order_id }));
  if (among.length === 0) return [];
  const { rows } = await pageOrders(
    sql,
    {
      generation,
      at: words.clock.at,
      scope,
      sources: [],
      districts: [],
      categories: [],
      units: [],
      state: null,
      from: null,
      to: null,
      text: null,
      deed: null,
      among,
    },
    null,
    among.length,
  );
  const items = rows.map((row) => orderItem(row, words.names));
  return linked.map(({ source, order_id, added_at }) => ({
    source,
    order_id,
    added_at: iso(added_at),
    order: items.find((item) => item.source === source && item.order_id === order_id) ?? null,
  }));
}

function findingOf(row: CaseFindingRow, at: Instant): CaseFinding {
  const orNull = (step: number | null) => (step === null ? null : instant(step));
  const steps: Steps = { yellow: orNull(row.yellow_at), orange: orNull(row.orange_at), red: orNull(row.red_at) };
  const level = levelAt(steps, at);
  const { id, source, order_id, key, rule, outcome, cleared_at } = row;
  const active = level !== null && (cleared_at === null || at < cleared_at);
  return { id, source, order_id, key, rule: rule as RuleId, level, active, outcome };
}
