import type { UnitRow } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

export interface StoredUnit extends UnitRow {
  readonly pinyin: string;
  readonly provisional: boolean;
}

/** In the order of the units file, provisional ones last. */
export const readUnits = (sql: Runner): Promise<readonly StoredUnit[]> =>
  sql<StoredUnit[]>`
    select code, name, parent, kind, aliases, pinyin, provisional from unit
    order by provisional, ordinal, code collate "C"`;

const COLUMNS = "code text, name text, pinyin text, parent text, kind text, aliases text[], place integer";

/** Adds listed units or gives them what the list says now; true where that changed anything. */
export async function upsertUnits(
  tx: Transaction,
  units: readonly Omit<StoredUnit, "provisional">[],
  at: number,
): Promise<boolean> {
  const rows = units.map((unit, place) => ({ ...unit, place }));
  const changed = await tx`
    insert into unit (code, name, pinyin, parent, kind, aliases, provisional, ordinal, recorded_at)
    select r.code, r.name, r.pinyin, r.parent, r.kind, r.aliases, false,
      (select coalesce(max(ordinal), 0) from unit where not provisional) + 1 + r.place, ${at}::timestamptz
    from json_to_recordset(${jsonText(rows)}::text::json) as r(${tx.unsafe(COLUMNS)})
    on conflict (code) do update set name = excluded.name, pinyin = excluded.pinyin, parent = excluded.parent,
      kind = excluded.kind, aliases = excluded.aliases, provisional = false,
      ordinal = case when unit.provisional then excluded.ordinal else unit.ordinal end
    where (unit.name, unit.parent, unit.kind, unit.aliases, unit.provisional)
      is distinct from (excluded.name, excluded.parent, excluded.kind, excluded.aliases, false)
    returning 1`;
  return changed.length > 0;
}

/** Adds units that were met and are on no list. */
export async function addProvisionalUnits(
  tx: Transaction,
  units: readonly Pick<StoredUnit, "code" | "name" | "pinyin" | "kind">[],
  at: number,
): Promise<number> {
  if (units.length === 0) return 0;
  const added = await tx`
    insert into unit (code, name, pinyin, kind, provisional, ordinal, recorded_at)
    select r.code, r.name, r.pinyin, r.kind, true, 0, ${at}::timestamptz
    from json_to_recordset(${jsonText(units)}::text::json) as r(code text, name text, pinyin text, kind text)
    on conflict (code) do nothing returning 1`;
  return added.length;
}

/** Takes out provisional units that a list names as another's name or alias by now. */
export async function removeProvisionalUnits(tx: Transaction, codes: readonly string[]): Promise<void> {
  await tx`delete from unit where provisional and code = any(${codes as string[]}::text[])`;
}

export interface CompetenceRow {
  readonly category: string;
  readonly unit: string;
}

/** Units as the catalogue writes them. */
export const readCompetence = (sql: Runner): Promise<readonly CompetenceRow[]> =>
  sql<CompetenceRow[]>`select category, unit from competence order by category collate "C", unit collate "C"`;

/** True where the catalogue grew. */
export async function addCompetence(tx: Transaction, rows: readonly CompetenceRow[]): Promise<boolean> {
  const added = await tx`
    insert into competence (category, unit)
    select distinct category, unit from json_to_recordset(${jsonText(rows)}::text::json) as r(category text, unit text)
    on conflict do nothing returning 1`;
  return added.length > 0;
}

/** These units and all below them. */
export async function withSubunits(sql: Runner, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const rows = await sql<{ code: string }[]>`
    with recursive below(code) as (
      select code from unnest(${codes as string[]}::text[]) as asked(code)
      union
      select u.code from unit u join below on u.parent = below.code
    )
    select code from below`;
  return rows.map((row) => row.code);
}
