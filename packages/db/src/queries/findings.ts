import {
  type Finding,
  findingKey,
  firstStep,
  type Instant,
  instant,
  LEVELS,
  type Measure,
  OCCURRENCE_RULES,
  type RuleId,
} from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { jsonText, stableText } from "./json";
import { type OrderKey, rowsOfOrders } from "./keys";
import { multirangeText, readMultirange, type Span, withoutSpans } from "./ranges";
import { EVERYTHING, findingScope, type ScopeCriteria } from "./scope";

/** A stored finding with what it carries of its order. */
export interface StoredFinding extends OrderKey {
  readonly finding: Finding;
  readonly district: string;
  readonly category: string;
  readonly open: readonly Span[];
  readonly exemptDuring: readonly Span[];
}

interface FindingColumns {
  readonly source: string;
  readonly order_id: string;
  readonly rule: RuleId;
  readonly key_unit: string | null;
  readonly key_event: string | null;
  readonly yellow_at: number | null;
  readonly orange_at: number | null;
  readonly red_at: number | null;
  readonly cleared_at: number | null;
  readonly events: readonly string[];
  readonly measure: Measure;
  readonly exempt: boolean;
  readonly provisional: boolean;
  readonly district: string;
  readonly category: string;
  readonly open_during: string;
  readonly exempt_during: string;
  readonly unit_codes: readonly string[];
  readonly unit_since: readonly number[];
}

/** Occurrences stay on the watchlist this long after their latest step (domain.md, the watchlist at T). */
export const WATCH_DAYS = 30;
const WATCH_MS = WATCH_DAYS * 86_400_000;

const isOccurrence = (rule: RuleId): boolean => (OCCURRENCE_RULES as readonly string[]).includes(rule);

const orNull = (ms: number | null): Instant | null => (ms === null ? null : instant(ms));

export const findingOfRow = (row: FindingColumns): Finding => ({
  rule: row.rule,
  steps: { yellow: orNull(row.yellow_at), orange: orNull(row.orange_at), red: orNull(row.red_at) },
  clearedAt: orNull(row.cleared_at),
  units: row.unit_codes.map((unit, index) => ({ unit, since: instant(row.unit_since[index] ?? 0) })),
  events: row.events,
  keyUnit: row.key_unit,
  keyEvent: row.key_event,
  provisional: row.provisional,
  exempt: row.exempt,
  measure: row.measure,
});

/** A rowset of findings of one generation with their units, under any further condition. */
export const findingColumns = (sql: Runner) => sql`
  f.id, f.source, f.order_id, f.rule, f.key_unit, f.key_event, f.yellow_at, f.orange_at, f.red_at, f.cleared_at, f.events,
  f.measure, f.exempt, f.provisional, f.district, f.category, f.open_during, f.exempt_during,
  coalesce((select array_agg(u.unit order by u.unit collate "C") from finding_unit u where u.finding = f.id), '{}')
    as unit_codes,
  coalesce((select array_agg(u.since order by u.unit collate "C") from finding_unit u where u.finding = f.id), '{}')
    as unit_since`;

export type FindingRow = FindingColumns & { readonly id: string };

/** The generation that readers see. */
export async function currentGeneration(sql: Runner): Promise<string> {
  const [row] = await sql<{ current: string }[]>`select current from generation`;
  if (!row) throw new Error("no generation");
  return row.current;
}

export const readFindings = (
  sql: Runner,
  keys: readonly OrderKey[],
  generation: string,
  scope = EVERYTHING,
): Promise<readonly FindingRow[]> =>
  sql<FindingRow[]>`
    select ${findingColumns(sql)}
    from ${rowsOfOrders(sql, "finding", keys, "f")}
    where f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
      and ${findingScope(sql, { at: "infinity", scope })}`;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const latestStep = (finding: Finding): number =>
  Math.max(...LEVELS.map((level) => finding.steps[level] ?? Number.NEGATIVE_INFINITY));

/**
 * When it is to be looked at: a condition while it lasts; an occurrence while its order is open, and so long after each
 * step. Never while the order is exempt.
 */
function watchSpans({ finding, open, exemptDuring }: StoredFinding, first: Instant): readonly Span[] {
  if (!isOccurrence(finding.rule)) return withoutSpans([{ from: first, to: finding.clearedAt }], exemptDuring);
  const steps = LEVELS.flatMap((level): Span[] => {
    const step = finding.steps[level];
    return step === null ? [] : [{ from: step, to: step + WATCH_MS + 1 }];
  });
  return withoutSpans([...withoutSpans(open, [{ from: null, to: first }]), ...steps], exemptDuring);
}

const latestUnit = ({ units }: Finding): number | null =>
  units.reduce<number | null>((latest, { since }) => Math.max(latest ?? since, since), null);

/** The stored columns as texts and numbers that compare equal when the findings are. */
function columnsOf(stored: StoredFinding) {
  const { finding } = stored;
  const first = firstStep(finding.steps);
  if (first === null) throw new Error(`a finding without a step: ${findingKey(finding)}`);
  return {
    source: stored.source,
    order_id: stored.orderId,
    key: findingKey(finding),
    rule: finding.rule,
    key_unit: finding.keyUnit,
    key_event: finding.keyEvent,
    yellow_at: iso(finding.steps.yellow),
    orange_at: iso(finding.steps.orange),
    red_at: iso(finding.steps.red),
    first_at: iso(first),
    latest_at: iso(latestStep(finding)),
    cleared_at: iso(finding.clearedAt),
    events: finding.events,
    measure: finding.measure,
    exempt: finding.exempt,
    provisional: finding.provisional,
    district: stored.district,
    category: stored.category,
    open_during: multirangeText(stored.open),
    exempt_during: multirangeText(stored.exemptDuring),
    watch_during: multirangeText(watchSpans(stored, first)),
    named: finding.units.map(({ unit }) => unit),
    named_since: iso(latestUnit(finding)) ?? "-infinity",
    units: finding.units.map(({ unit, since }) => ({ unit, since: iso(since) })),
  };
}

/** Equal texts for equal findings. */
export const findingText = (stored: StoredFinding): string => stableText(columnsOf(stored));

export const storedOfRow = (row: FindingRow): StoredFinding => ({
  source: row.source,
  orderId: row.order_id,
  finding: findingOfRow(row),
  district: row.district,
  category: row.category,
  open: readMultirange(row.open_during),
  exemptDuring: readMultirange(row.exempt_during),
});

const COLUMNS = `key text, rule text, key_unit text, key_event text, yellow_at timestamptz, orange_at timestamptz,
  red_at timestamptz, first_at timestamptz, latest_at timestamptz, cleared_at timestamptz, events text[], measure json,
  exempt boolean, provisional boolean, district text, category text, open_during tstzmultirange,
  exempt_during tstzmultirange, watch_during tstzmultirange, named text[], named_since timestamptz`;
const NAMES = COLUMNS.split(/,\s*/).map((column) => column.replace(/ .*/, ""));

export interface NewFinding {
  readonly stored: StoredFinding;
  readonly judgement: string;
  /** The finding of an earlier generation that it goes on; absent: it is recorded for the first time. */
  readonly id?: string | undefined;
}

async function writeUnits(tx: Transaction, rows: readonly { id: string; units: readonly unknown[] }[]): Promise<void> {
  await tx`
    insert into finding_unit (finding, unit, since)
    select r.id, u.unit, u.since
    from json_to_recordset(${jsonText(rows)}::text::json) as r(id bigint, units json),
      json_to_recordset(r.units) as u(unit text, since timestamptz)`;
}

/** Adds findings from `generation` on: as of now, or of when the one was recorded that they go on. */
export async function insertFindings(
  tx: Transaction,
  findings: readonly NewFinding[],
  generation: string,
  now: number,
): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map(({ stored, judgement, id }) => ({ judgement, before: id, ...columnsOf(stored) }));
  await tx`
    with added as materialized (
      select nextval(pg_get_serial_sequence('finding', 'id')) as id, r.*
      from json_to_recordset(${jsonText(rows)}::text::json)
        as r(judgement bigint, before bigint, source text, order_id text, ${tx.unsafe(COLUMNS)}, units json)
    ), written as (
      insert into finding (id, judgement, source, order_id, ${tx.unsafe(NAMES.join(", "))}, from_gen, known_at)
      select a.id, a.judgement, a.source, a.order_id, ${tx.unsafe(NAMES.map((name) => `a.${name}`).join(", "))},
        ${generation}::bigint, coalesce((select b.known_at from finding b where b.id = a.before), ${now}::timestamptz)
      from added a
    )
    insert into finding_unit (finding, unit, since)
    select a.id, u.unit, u.since from added a, json_to_recordset(a.units) as u(unit text, since timestamptz)`;
}

/** Changes findings in place: for readers they change whole, with the transaction. */
export async function updateFindings(
  tx: Transaction,
  findings: readonly (NewFinding & { readonly id: string })[],
): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map(({ id, stored, judgement }) => ({ id, judgement, ...columnsOf(stored) }));
  await tx`delete from finding_unit where finding = any(${rows.map((row) => row.id)}::bigint[])`;
  await writeUnits(tx, rows);
  await tx`
    update finding f
    set (judgement, ${tx.unsafe(NAMES.join(", "))}) = (select r.judgement, ${tx.unsafe(NAMES.map((name) => `r.${name}`).join(", "))})
    from json_to_recordset(${jsonText(rows)}::text::json) as r(id bigint, judgement bigint, ${tx.unsafe(COLUMNS)})
    where f.id = r.id`;
}

export async function deleteFindings(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx`delete from finding where id = any(${ids as string[]}::bigint[])`;
}

/** These are no longer findings from `generation` on; readers of the one before still see them. */
export async function endFindings(tx: Transaction, ids: readonly string[], generation: string): Promise<void> {
  if (ids.length > 0)
    await tx`update finding set to_gen = ${generation}::bigint where id = any(${ids as string[]}::bigint[])`;
}

export interface OrdersWithFindings {
  readonly generation: string;
  readonly sources: readonly string[] | null;
  readonly scope: ScopeCriteria;
  /** Only with a first step at or before this; null: any. */
  readonly before: number | null;
  readonly after: OrderKey | null;
  readonly limit: number;
}

/** Keys of orders that have findings, by order number, then source, after `after`. */
export async function ordersWithFindings(sql: Runner, asked: OrdersWithFindings): Promise<readonly OrderKey[]> {
  const { generation, sources, scope, before, after, limit } = asked;
  const rows = await sql<{ source: string; order_id: string }[]>`
    select distinct f.order_id collate "C" as order_id, f.source collate "C" as source
    from finding f
    where f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
      and ${findingScope(sql, { at: before ?? "infinity", scope })}
      ${sources === null ? sql`` : sql`and f.source = any(${sources as string[]}::text[])`}
      ${before === null ? sql`` : sql`and f.first_at <= ${before}::timestamptz`}
      ${after === null ? sql`` : sql`and (f.order_id collate "C", f.source collate "C") > (${after.orderId}, ${after.source})`}
    order by 1, 2 limit ${limit}`;
  return rows.map((row) => ({ source: row.source, orderId: row.order_id }));
}
