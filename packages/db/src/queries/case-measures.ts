import type { Runner, Transaction } from "../connect";

/** A line of the rectification ledger. */
export interface MeasureRow {
  readonly id: string;
  readonly case_id: string;
  readonly year: number;
  readonly no: number;
  readonly version: number;
  readonly problem: string;
  readonly measure: string;
  readonly unit: string;
  /** A local date, `2026-01-31`. */
  readonly due_on: string;
  readonly state: "asked" | "reported" | "returned" | "accepted";
  readonly asked_at: number;
  readonly evidence: string | null;
  readonly reported_by: string | null;
  readonly reported_at: number | null;
  readonly checked_by: string | null;
  readonly checked_at: number | null;
  readonly checked_note: string | null;
  readonly look_back: "held" | "not_held" | null;
  readonly look_back_note: string | null;
}

const columns = (sql: Runner) => sql`
  m.id, m.case_id, m.version, m.problem, m.measure, m.unit, m.due_on::text as due_on, m.state, m.asked_at, m.evidence,
  m.reported_by, m.reported_at, m.checked_by, m.checked_at, m.checked_note, m.look_back, m.look_back_note`;

export interface NewMeasureRow {
  readonly problem: string;
  readonly measure: string;
  readonly unit: string;
  readonly due_on: string;
}

export async function addCaseMeasure(tx: Transaction, id: string, given: NewMeasureRow, at: number): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into case_measure (case_id, problem, measure, unit, due_on, asked_at)
    values (${id}::bigint, ${given.problem}, ${given.measure}, ${given.unit}, ${given.due_on}::text::date, ${at}::timestamptz)
    returning id`;
  if (!row) throw new Error("no measure was added");
  return row.id;
}

/** What of a measure changes together. */
export type MeasureChange = Partial<
  Omit<MeasureRow, "id" | "case_id" | "year" | "no" | "version" | "unit" | "asked_at">
>;

/** Writes what is given, and counts the change. */
export async function changeCaseMeasure(tx: Transaction, { measure, change }: ChangedMeasure): Promise<void> {
  const next = { ...measure, ...change };
  await tx`
    update case_measure set version = version + 1, problem = ${next.problem}, measure = ${next.measure},
      due_on = ${next.due_on}::text::date, state = ${next.state}, evidence = ${next.evidence}, reported_by = ${next.reported_by},
      reported_at = ${next.reported_at}::timestamptz, checked_by = ${next.checked_by},
      checked_at = ${next.checked_at}::timestamptz, checked_note = ${next.checked_note}, look_back = ${next.look_back},
      look_back_note = ${next.look_back_note}
    where id = ${measure.id}::bigint`;
}

interface ChangedMeasure {
  readonly measure: MeasureRow;
  readonly change: MeasureChange;
}

export interface MeasureCriteria {
  readonly id: string | null;
  readonly caseId: string | null;
  /** Empty lists and nulls do not narrow. */
  readonly states: readonly string[];
  /** With all below them. */
  readonly units: readonly string[] | null;
  /** Due before this local date. */
  readonly dueBefore: string | null;
}

export const ALL_MEASURES: MeasureCriteria = { id: null, caseId: null, states: [], units: null, dueBefore: null };

/** Measures in sight, soonest deadline first. */
export const readMeasures = (sql: Runner, criteria: MeasureCriteria): Promise<readonly MeasureRow[]> => {
  const { id, caseId, states, units, dueBefore } = criteria;
  return sql<MeasureRow[]>`
    select ${columns(sql)}, n.year, n.no
    from case_measure m join lateral case_numbers(array[m.case_id]) n on true
    where ${id === null ? sql`true` : sql`m.id = ${id}::bigint`}
      ${caseId === null ? sql`` : sql`and m.case_id = ${caseId}::bigint`}
      ${states.length === 0 ? sql`` : sql`and m.state = any(${states as string[]}::text[])`}
      ${units === null ? sql`` : sql`and m.unit = any(${units as string[]}::text[])`}
      ${dueBefore === null ? sql`` : sql`and m.due_on < ${dueBefore}::text::date`}
    order by m.due_on, m.id limit 2000`;
};
