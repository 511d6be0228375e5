import type { Database } from "@tianyan/db";

/** Tables that tell what happened, who is there, or what is on its way: two counties with the same content differ in them. */
const HISTORY = [
  "import_job",
  "import_staging",
  "ingest_request",
  "registry_change",
  "upload",
  "schema_migration",
  "session",
  "sign_in_attempt",
  "rate_limit",
  "audit_entry",
  "audit_head",
  "audit_segment",
  "database_login",
  "feed_entry",
  "feed_head",
  "finding_told",
  "webhook_delivery",
];

/** Ids given in passing; when something was written down, and by whom; what is another text whenever the same is encrypted. */
const PASSING = [
  "id",
  "no",
  "order_no",
  "recorded_at",
  "known_at",
  "created_at",
  "undone_at",
  "parameter_version",
  "actor",
  "sealed",
];

/** Rows that mean something only by what they point to. */
const REFERRING: Readonly<Record<string, string>> = {
  finding: `select to_jsonb(f) - 'judgement' - '{PASSING}'::text[] || jsonb_build_object('judgement', j.hash) as row
    from finding f join judgement j on j.id = f.judgement`,
  finding_unit: `select to_jsonb(u) - 'finding' || jsonb_build_object('of', array[f.source, f.order_id, f.key, f.first_at::text]) as row
    from finding_unit u join finding f on f.id = u.finding`,
  finding_face: `select to_jsonb(t) - 'origin' - 'charge' - 'order_no' - '{PASSING}'::text[] || jsonb_build_object('of',
      array[f.source, f.order_id, f.key, d.source, d.order_id, o.source, o.district, o.category, h.rule, h.units::text]) as row
    from finding_face t left join finding f on f.id = t.id left join orders d on d.no = t.order_no
      left join origin o on o.id = t.origin left join charge h on h.id = t.charge`,
  order_face: `select to_jsonb(t) - 'origin' - '{PASSING}'::text[] || jsonb_build_object('of',
      array[d.source, d.order_id, o.source, o.district, o.category]) as row
    from order_face t left join orders d on d.no = t.no left join origin o on o.id = t.origin`,
  order_tally: `select to_jsonb(t) - '{PASSING}'::text[] || jsonb_build_object('of', array[d.source, d.order_id]) as row
    from order_tally t left join orders d on d.no = t.no`,
};

/** A batch is called by its place among all: numbers are not given again. */
const placeOfBatch = (column: string): string => `(select count(*) from import_batch b where b.id <= t.${column})`;

async function columnsOf({ sql }: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by c.relname order by c.relname`;
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

function rowsOf(table: string, columns: readonly string[]): string {
  const passing = `{${PASSING.join(",")}}`;
  const referring = REFERRING[table]?.replaceAll("{PASSING}", passing);
  if (referring !== undefined) return referring;
  const batches = columns.filter((column) => column === "batch" || column === "earlier");
  const places = batches.map((column) => `'${column}', ${placeOfBatch(column)}`).join(", ");
  return `select to_jsonb(t) - '${passing}'::text[] || jsonb_build_object(${places}) as row from ${table} t`;
}

/** Of every table but those that tell history: how many rows, and one hash over what they say. */
export async function everything(db: Database): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const [table, columns] of await columnsOf(db)) {
    if (HISTORY.includes(table)) continue;
    const [row] = await db.sql.unsafe<{ rows: string; hash: string }[]>(
      `select count(*)::text as rows, md5(coalesce(string_agg(md5(row::text), '' order by md5(row::text)), '')) as hash
       from (${rowsOf(table, columns)}) r`,
    );
    sums[table] = `${row?.rows} ${row?.hash}`;
  }
  return sums;
}

/** Rows that belong to nothing: of a batch that is not there, or of an order that is not there; batches without an import. */
export async function homeless(db: Database): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (what: string, query: string): Promise<void> => {
    const rows = await db.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from (${query}) q`);
    if ((rows[0]?.n ?? 0) > 0) found.push(`${rows[0]?.n} ${what}`);
  };
  for (const [table, columns] of await columnsOf(db)) {
    if (table === "import_staging" || table === "import_job") continue;
    if (columns.includes("batch"))
      await look(
        `rows of ${table} without their batch`,
        `select from ${table} t where t.batch is not null and not exists (
        select from import_batch b where b.id = t.batch)`,
      );
    if (columns.includes("order_id") && table !== "orders")
      await look(
        `rows of ${table} without their order`,
        `select from ${table} t where not exists (
        select from orders o where o.source = t.source and o.order_id = t.order_id)`,
      );
  }
  await look(
    "batches without an import",
    `select from import_batch b where not exists (
    select from import_job j where j.batch = b.id and j.state in ('done', 'undoing', 'undone'))`,
  );
  await look(
    "imports done without their batch",
    `select from import_job j where state = 'done' and batch is not null
    and not exists (select from import_batch b where b.id = j.batch and b.undone_at is null)`,
  );
  return found;
}
