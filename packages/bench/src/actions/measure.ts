import { randomUUID } from "node:crypto";
import type { Client, FindingRow } from "@tianyan/api";
import { quantile } from "../statistics";
import type { Asker } from "../watchlist/people";

/** What somebody at the desk does, again and again. */
export interface ActionFigures {
  readonly what: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
}

const TIMES = 40;
const BULK = 50;
/** What a commission has decided about after some months stands beside what is measured. */
const BULK_ACTS = 60;

async function time<T>(
  what: string,
  inputs: readonly T[],
  act: (input: T) => Promise<unknown>,
): Promise<ActionFigures> {
  const taken: number[] = [];
  for (const input of inputs) {
    const began = performance.now();
    await act(input);
    taken.push(performance.now() - began);
  }
  const [p50, p95, slowest] = [quantile(taken, 0.5), quantile(taken, 0.95), Math.max(...taken)];
  return { what, count: taken.length, p50, p95, slowest };
}

const refOf = ({ source, order_id, key, triage }: FindingRow) => ({
  source,
  order_id,
  key,
  seen: triage?.decision?.id ?? null,
});

/** So many findings of the watchlist, worst first. */
async function firstFindings(api: Client, count: number): Promise<readonly FindingRow[]> {
  const rows: FindingRow[] = [];
  for (let cursor: string | undefined; rows.length < count; ) {
    const page = await api.findings({ limit: 500, cursor });
    rows.push(...page.items);
    if (page.next_cursor === null) break;
    cursor = page.next_cursor;
  }
  return rows;
}

const chunks = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.floor(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));

async function measureDeciding(api: Client): Promise<readonly ActionFigures[]> {
  const rows = await firstFindings(api, BULK * BULK_ACTS + 4 * TIMES);
  const [single, bulk] = [rows.slice(0, 4 * TIMES), rows.slice(4 * TIMES)];
  const acts: string[] = [];
  const decide = (findings: readonly FindingRow[], kind: "taken" | "confirmed" | "dismissed" | "watched") => {
    const act = randomUUID();
    acts.push(act);
    const more = { dismissed: { reason: "minor" as const }, watched: { until: "2027-12-31T00:00:00Z" } };
    return api.decide({ act, findings: findings.map(refOf), kind, ...(kind in more ? more[kind as "watched"] : {}) });
  };
  const of = (turn: number): readonly FindingRow[] => single.slice(turn * TIMES, (turn + 1) * TIMES);
  return [
    await time(`dismiss ${BULK} at once`, chunks(bulk, BULK), (some) => decide(some, "dismissed")),
    await time("take one", of(0), (row) => decide([row], "taken")),
    await time("confirm one", of(1), (row) => decide([row], "confirmed")),
    await time("watch one until a date", of(2), (row) => decide([row], "watched")),
    await time("dismiss one", of(3), (row) => decide([row], "dismissed")),
    await time("take it back", acts.slice(-TIMES), (act) => api.undoDecisions(act)),
  ];
}

async function measureCases(api: Client): Promise<readonly ActionFigures[]> {
  const rows = await firstFindings(api, TIMES);
  const opened: { readonly id: string; version: number }[] = [];
  const keep = ({ id, version }: { readonly id: string; readonly version: number }) => opened.push({ id, version });
  return [
    await time("open a case from a finding", rows.slice(0, TIMES), async ({ source, order_id, key, order_title }) =>
      keep(await api.openCase({ title: order_title || "督办", findings: [{ source, order_id, key }] })),
    ),
    await time("comment on a case", opened, ({ id }) => api.commentOnCase(id, { text: "已电话联系承办单位" })),
    await time("move a case on", opened, async (known) => {
      const { version } = await api.case(known.id);
      await api.actOnCase(known.id, { action: "accept_check", version });
    }),
  ];
}

const again = Array<null>(TIMES).fill(null);

/** Times the actions of a day at the desk, and the lists that follow each, from the request to the parsed body. */
export async function measureActions({ api }: Asker): Promise<readonly ActionFigures[]> {
  return [
    ...(await measureDeciding(api)),
    ...(await measureCases(api)),
    await time("watchlist after all this", again, () => api.findings({ limit: 100 })),
    await time("watchlist by priority", again, () => api.findings({ limit: 100, sort: "priority" })),
    await time("its facets", again, () => api.facets()),
    await time("what is mine", again, () => api.findings({ mine: true, limit: 100 })),
    await time("what was dismissed", again, () => api.findings({ status: "dismissed", limit: 100 })),
    await time("rules with their confirmed shares", again, () => api.rules()),
    await time("open the list: new since when", again, () => api.visitWatchlist()),
  ];
}
