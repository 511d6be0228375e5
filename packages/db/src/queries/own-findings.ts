import { type FindingAsked, LEVELS } from "@tianyan/core";
import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import { allConditions, type FindingCriteria } from "./finding-criteria";

type Asked = PendingQuery<Row[]>;
type Setting = Pick<FindingCriteria, "generation" | "at" | "scope">;

/** Narrow rows `f` of findings that are asked for. */
export function findingAsked(sql: Runner, asked: FindingAsked, setting: Setting): Asked {
  const { view, rules, levels, units, statuses, outcomes, from, to } = asked;
  const criteria: FindingCriteria = {
    ...setting,
    watchlist: view === "watchlist",
    rules,
    levels: levels.map((level) => LEVELS.indexOf(level) + 1),
    units,
    districts: [],
    categories: [],
    sources: [],
    from: from === undefined ? null : Date.parse(from),
    to: to === undefined ? null : Date.parse(to),
    newSince: null,
    redBefore: null,
    text: null,
    order: null,
    own: null,
    exempt: null,
    statuses,
    decidedBy: null,
  };
  return sql`(${allConditions(sql, criteria)} ${outcomes.length === 0 ? sql`` : sql`and ${found(sql, outcomes, setting.at)}`})`;
}

const KINDS = { confirmed: "confirmed", dismissed: "dismissed", exempt: "exempted" } as const;

/** What was found last by T, whatever was decided since. */
function found(sql: Runner, outcomes: FindingAsked["outcomes"], at: number): Asked {
  const kinds = outcomes.flatMap((outcome) => (outcome === "none" ? [] : [KINDS[outcome]]));
  const counting = (alias: "d" | "l") => sql`
    ${sql(`${alias}.kind`)} in ('confirmed', 'dismissed', 'exempted') and ${sql(`${alias}.at`)} <= ${at}::timestamptz
    and (${sql(`${alias}.undone_at`)} is null or ${sql(`${alias}.undone_at`)} > ${at}::timestamptz)`;
  const some = sql`select d.finding from decision d where d.finding is not null and ${counting("d")}`;
  const latest = sql`${some} and d.kind = any(${kinds as string[]}::text[])
    and not exists (select from decision l where l.finding = d.finding and l.id > d.id and ${counting("l")})`;
  return outcomes.includes("none") ? sql`(f.id not in (${some}) or f.id in (${latest}))` : sql`f.id in (${latest})`;
}
