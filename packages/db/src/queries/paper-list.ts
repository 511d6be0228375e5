import type { Runner } from "../connect";
import { type PaperHead, paperColumns } from "./papers";

/** Which papers are asked for. Empty lists and nulls do not narrow. */
export interface PaperCriteria {
  readonly states: readonly string[];
  readonly kinds: readonly string[];
  /** With all below them. */
  readonly units: readonly string[] | null;
  readonly caseId: string | null;
  /** A reply is waited for whose last day is before this local date. */
  readonly overdueBefore: string | null;
  /** Waits for a reply. */
  readonly unanswered: boolean;
  readonly text: string | null;
  readonly only: string | null;
}

export interface ListedPaper extends PaperHead {
  readonly case_year: number;
  readonly case_no: number;
  /** Null for a unit, which sees nothing of the case. */
  readonly case_title: string | null;
  /** Approvals of the text that count. */
  readonly approvals: number;
  /** Of the paper that this one corrects. */
  readonly corrects_number: string | null;
  readonly corrects_state: string | null;
  /** The paper that corrected this one, once it is out. */
  readonly corrected_by: string | null;
}

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

function conditions(sql: Runner, criteria: PaperCriteria) {
  const { states, kinds, units, caseId, overdueBefore, unanswered, text, only } = criteria;
  const waiting = sql`p.state = 'issued' and r.paper_id = p.id and r.state in ('served', 'acknowledged')`;
  return sql`
    ${only === null ? sql`true` : sql`p.id = ${only}::bigint`}
    ${states.length === 0 ? sql`` : sql`and p.state = any(${states as string[]}::text[])`}
    ${kinds.length === 0 ? sql`` : sql`and p.kind = any(${kinds as string[]}::text[])`}
    ${caseId === null ? sql`` : sql`and p.case_id = ${caseId}::bigint`}
    ${
      units === null
        ? sql``
        : sql`and exists (select from paper_recipient r where r.paper_id = p.id and r.unit = any(${units as string[]}::text[]))`
    }
    ${
      overdueBefore === null
        ? sql``
        : sql`and exists (select from paper_recipient r where ${waiting} and r.due_on < ${overdueBefore}::text::date)`
    }
    ${unanswered ? sql`and exists (select from paper_recipient r where ${waiting} and r.due_on is not null)` : sql``}
    ${text === null ? sql`` : sql`and (p.title ilike ${like(text)} or p.number ilike ${like(text)})`}`;
}

/** Papers in sight, newest draft first, before the paper of id `after`; and how many there are in all. */
export async function pagePapers(
  sql: Runner,
  criteria: PaperCriteria,
  after: string | null,
  limit: number,
): Promise<{ readonly total: number; readonly rows: readonly ListedPaper[] }> {
  const [count] = await sql<{ total: number }[]>`
    select count(*)::int as total from paper p where ${conditions(sql, criteria)}`;
  const rows = await sql<ListedPaper[]>`
    select ${paperColumns(sql)}, n.year as case_year, n.no as case_no,
      (select c.title from supervision_case c where c.id = p.case_id) as case_title,
      (select count(*)::int from paper_approval a
        where a.paper_id = p.id and a.verdict = 'approved' and a.lapsed_at is null) as approvals,
      o.number as corrects_number, o.state as corrects_state,
      (select k.number from paper k where k.corrects = p.id and k.state = 'issued' limit 1) as corrected_by
    from paper p join lateral case_numbers(array[p.case_id]) n on true left join paper o on o.id = p.corrects
    where ${conditions(sql, criteria)} and (${after}::bigint is null or p.id < ${after}::bigint)
    order by p.id desc limit ${limit}`;
  return { total: count?.total ?? 0, rows };
}
