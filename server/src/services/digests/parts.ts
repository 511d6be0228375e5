import {
  CasesQuerySchema,
  type DigestFinding,
  type DigestPart,
  type FindingRow,
  FindingsQuerySchema,
  MeasuresQuerySchema,
  may,
  type Post,
} from "@tianyan/api";
import { type Instant, isoInstant, type Level } from "@tianyan/core";
import type { Actor } from "../../auth/actor";
import { listMeasures } from "../cases/ledger";
import { listCases } from "../cases/list";
import { facetsOfFindings } from "../findings/facets";
import { listFindings } from "../findings/list";
import type { Services } from "../services";
import { watchedOf } from "./watched";

/** So many of each section are named; the others are behind its number. */
const MOST_NAMED = 10;
/** Cases whose stage ends within so many working days are due. */
const DUE_WITHIN = 3;

/** What a person has to know in one of their posts: what it may see, and nothing that a citizen said. */
export async function partOf(
  services: Services,
  actor: Actor & { readonly post: Post },
  since: Instant,
): Promise<DigestPart> {
  const { post } = actor;
  return {
    post,
    ...(await findingsOf(services, actor, since)),
    cases: may(post, "cases.write") ? await casesOf(services, actor) : null,
    approvals: may(post, "cases.approve") ? await approvalsOf(services, actor) : null,
    measures: may(post, "cases.report") ? await measuresOf(services, actor) : null,
    watched: may(post, "views.write") ? await watchedOf(services, actor) : [],
  };
}

const findingOf = (row: FindingRow, level: Level, since: string): DigestFinding => ({
  source: row.source,
  order_id: row.order_id,
  rule: row.rule,
  level,
  since,
  units: row.units.map(({ name }) => name),
});

async function findingsOf(services: Services, actor: Actor, since: Instant) {
  const asked = FindingsQuerySchema.parse({ new_since: isoInstant(since), limit: MOST_NAMED });
  const [found, counts] = [await listFindings(services, actor, asked), await facetsOfFindings(services, actor, asked)];
  const { before } = counts.turn_red_this_week;
  const turning = FindingsQuerySchema.parse({ red_before: before, limit: MOST_NAMED });
  const reddening = await listFindings(services, actor, turning);
  return {
    found: {
      total: found.total,
      levels: counts.level,
      items: found.items.flatMap((row) => (row.level && row.since ? [findingOf(row, row.level, row.since)] : [])),
    },
    reddening: {
      total: reddening.total,
      items: reddening.items.flatMap((row) => (row.red_at ? [findingOf(row, "red", row.red_at)] : [])),
    },
  };
}

async function casesOf(services: Services, actor: Actor): Promise<DigestPart["cases"]> {
  const { items } = await listCases(services, actor, CasesQuerySchema.parse({ mine: "true", limit: 500 }));
  const due = items
    .filter(({ working_days_left: left }) => left !== null && left <= DUE_WITHIN)
    .sort((a, b) => (a.working_days_left ?? 0) - (b.working_days_left ?? 0));
  return {
    total: due.length,
    items: due
      .slice(0, MOST_NAMED)
      .map(({ id, number, stage, due_at, overdue }) => ({ id, number, stage, due: due_at, overdue })),
  };
}

async function approvalsOf(services: Services, actor: Actor): Promise<DigestPart["approvals"]> {
  const { items } = await listCases(services, actor, CasesQuerySchema.parse({ waiting: "true", limit: 500 }));
  const waiting = items.flatMap(({ id, number, waiting: actions }) =>
    actions.map((action) => ({ case: id, number, action })),
  );
  return { total: waiting.length, items: waiting.slice(0, MOST_NAMED) };
}

async function measuresOf(services: Services, actor: Actor): Promise<DigestPart["measures"]> {
  const { items } = await listMeasures(services, actor, MeasuresQuerySchema.parse({ state: ["asked", "returned"] }));
  return {
    total: items.length,
    items: items
      .slice(0, MOST_NAMED)
      .map(({ id, case: { number }, unit, due_on, overdue }) => ({ id, number, unit: unit.name, due_on, overdue })),
  };
}
