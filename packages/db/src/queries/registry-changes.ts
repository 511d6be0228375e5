import type { Runner } from "../connect";
import { jsonText } from "./json";

export interface RegistryChangeRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: unknown;
  readonly state: string;
  readonly preview: boolean;
  readonly actor: string;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly progress: unknown;
  readonly effect: unknown;
  readonly error: unknown;
}

export async function addRegistryChange(
  sql: Runner,
  change: Pick<RegistryChangeRow, "kind" | "subject" | "preview" | "actor">,
  at: number,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into registry_change (kind, subject, state, preview, actor, created_at)
    values (${change.kind}, ${jsonText(change.subject)}::text::jsonb, 'waiting', ${change.preview}, ${change.actor},
      ${at}::timestamptz) returning id`;
  return row?.id ?? "";
}

export interface ChangeOutcome {
  readonly state: string;
  readonly finishedAt: number | null;
  readonly effect?: unknown;
  readonly error?: unknown;
}

/** What has ended stays as it ended. */
export const setRegistryChange = (sql: Runner, id: string, outcome: ChangeOutcome) => sql`
  update registry_change set state = ${outcome.state}, finished_at = ${outcome.finishedAt}::timestamptz,
    effect = ${outcome.effect === undefined ? null : jsonText(outcome.effect)}::text::jsonb,
    error = ${outcome.error === undefined ? null : jsonText(outcome.error)}::text::jsonb
  where id = ${id}::bigint and state in ('waiting', 'running')`;

/** Ids of those on which somebody should be at work. */
export async function unfinishedRegistryChanges(sql: Runner): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from registry_change where state in ('waiting', 'running') order by id`;
  return rows.map(({ id }) => id);
}

export async function readRegistryChange(sql: Runner, id: string): Promise<RegistryChangeRow | null> {
  const [row] = await sql<RegistryChangeRow[]>`select * from registry_change where id = ${id}::bigint`;
  return row ?? null;
}

/** Newest first. */
export const listRegistryChanges = (
  sql: Runner,
  before: string | null,
  limit: number,
): Promise<readonly RegistryChangeRow[]> =>
  sql<RegistryChangeRow[]>`
    select * from registry_change ${before === null ? sql`` : sql`where id < ${before}::bigint`}
    order by id desc limit ${limit}`;
