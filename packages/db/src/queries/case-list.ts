import type { Runner } from "../connect";
import { furtherLife } from "./case-links";
import { type CaseHead, caseColumns } from "./cases";

export interface CaseCriteria {
  readonly generation: string;
  readonly at: number;
  /** Empty lists and nulls do not narrow. */
  readonly stages: readonly string[];
  /** With all below them. */
  readonly units: readonly string[] | null;
  readonly assignee: string | null;
  /** Account that a comment mentions. */
  readonly mentioned: string | null;
  readonly waiting: boolean;
  /** Stages with the instant before which a case came there that is past its deadline; null: whether or not. */
  readonly overdue: readonly { readonly stage: string; readonly before: number }[] | null;
  readonly reopening: boolean;
  readonly order: { readonly source: string; readonly orderId: string } | null;
  readonly text: string | null;
  readonly only: string | null;
}

export interface ListedCase extends CaseHead {
  readonly orders: number;
  readonly findings: number;
  readonly measures: number;
  readonly open_measures: number;
  readonly people: number;
  readonly systems: number;
  readonly waiting: readonly string[];
  readonly reopening: boolean;
}

const ENDED = (sql: Runner) => sql`c.stage in ('signed_off', 'closed', 'transferred')`;

const goesOn = (sql: Runner, { generation, at }: CaseCriteria) => sql`
  (${ENDED(sql)} and exists (${furtherLife(sql, sql`c.stage_since`, generation, at)}))`;

const pending = (sql: Runner) => sql`
  select a.action from case_approval a where a.case_id = c.id and a.verdict is null and a.lapsed_at is null`;

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

function conditions(sql: Runner, criteria: CaseCriteria) {
  const { stages, units, assignee, mentioned, waiting, overdue, reopening, order, text, only } = criteria;
  return sql`
    ${only === null ? sql`true` : sql`c.id = ${only}::bigint`}
    ${stages.length === 0 ? sql`` : sql`and c.stage = any(${stages as string[]}::text[])`}
    ${
      units === null
        ? sql``
        : sql`and exists (select from case_unit u where u.case_id = c.id and u.unit = any(${units as string[]}::text[]))`
    }
    ${assignee === null ? sql`` : sql`and c.assignee = ${assignee}::bigint`}
    ${
      mentioned === null
        ? sql``
        : sql`and exists (select from case_comment m where m.case_id = c.id
            and m.mentions @> jsonb_build_array(jsonb_build_object('account', ${mentioned}::text)))`
    }
    ${waiting ? sql`and exists (${pending(sql)})` : sql``}
    ${
      overdue === null
        ? sql``
        : sql`and exists (select from unnest(${overdue.map(({ stage }) => stage)}::text[],
            ${overdue.map(({ before }) => new Date(before).toISOString())}::text[]::timestamptz[]) as d(stage, before)
            where d.stage = c.stage and c.stage_since < d.before)`
    }
    ${reopening ? sql`and ${goesOn(sql, criteria)}` : sql``}
    ${
      order === null
        ? sql``
        : sql`and exists (select from case_order k
            where k.case_id = c.id and k.source = ${order.source} and k.order_id = ${order.orderId})`
    }
    ${
      text === null
        ? sql``
        : sql`and (c.title ilike ${like(text)} or format('督〔%s〕%s号', c.year, c.no) ilike ${like(text)})`
    }`;
}

/** Cases in sight, newest first, before the case of id `after`; and how many there are in all. */
export async function pageCases(
  sql: Runner,
  criteria: CaseCriteria,
  after: string | null,
  limit: number,
): Promise<{ readonly total: number; readonly rows: readonly ListedCase[] }> {
  const [count] = await sql<{ total: number }[]>`
    select count(*)::int as total from supervision_case c where ${conditions(sql, criteria)}`;
  const rows = await sql<ListedCase[]>`
    select ${caseColumns(sql)},
      (select count(*)::int from case_order k where k.case_id = c.id) as orders,
      (select count(*)::int from case_finding k where k.case_id = c.id) as findings,
      (select count(*)::int from case_measure k where k.case_id = c.id) as measures,
      (select count(*)::int from case_measure k where k.case_id = c.id and k.state <> 'accepted') as open_measures,
      coalesce((select p.people from case_people(array[c.id]) p), 0) as people,
      (select count(*)::int from case_system k where k.case_id = c.id) as systems,
      array(${pending(sql)} order by a.id) as waiting, ${goesOn(sql, criteria)} as reopening
    from supervision_case c
    where ${conditions(sql, criteria)} and (${after}::bigint is null or c.id < ${after}::bigint)
    order by c.id desc limit ${limit}`;
  return { total: count?.total ?? 0, rows };
}
