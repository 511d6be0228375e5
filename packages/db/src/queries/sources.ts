import type { EventKind } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

export interface SourceRow {
  readonly code: string;
  readonly name: string;
  readonly shape: "event" | "state" | "step";
  /** Null: that of the parameters. */
  readonly zone: string | null;
  readonly calendar: string | null;
  /** As last imported with; `parameters` in it are laid over the version in force. */
  readonly profile: { readonly parameters?: Readonly<Record<string, unknown>> };
  readonly declared: readonly EventKind[] | null;
  readonly recorded: readonly EventKind[];
}

export const readSources = (sql: Runner): Promise<readonly SourceRow[]> =>
  sql<SourceRow[]>`select * from source order by code collate "C"`;

export type SourceDescription = Pick<
  SourceRow,
  "code" | "name" | "shape" | "zone" | "calendar" | "profile" | "declared"
>;

/** Adds the source, or gives it what its profile says now. */
export async function upsertSource(tx: Transaction, source: SourceDescription, at: number): Promise<void> {
  await tx`
    insert into source (code, name, zone, calendar, shape, profile, declared, created_at)
    values (${source.code}, ${source.name}, ${source.zone}, ${source.calendar}, ${source.shape},
      ${jsonText(source.profile)}::text::jsonb, ${source.declared as EventKind[] | null}::text[], ${at}::timestamptz)
    on conflict (code) do update set name = excluded.name, zone = excluded.zone, calendar = excluded.calendar,
      shape = excluded.shape, profile = excluded.profile, declared = excluded.declared`;
}

/** Adds kinds to those the source was seen to record. */
export async function recordKinds(tx: Transaction, code: string, kinds: Iterable<EventKind>): Promise<void> {
  await tx`
    update source set recorded = array(
      select distinct kind from unnest(recorded || ${[...kinds]}::text[]) as kind order by kind)
    where code = ${code}`;
}
