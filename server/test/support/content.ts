import type { Database } from "@tianyan/db";

/** What counts of a table: without when and by which batch it came in, and without ids given in passing. */
const CONTENTS: Readonly<Record<string, string>> = {
  orders: `select source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line, citizen_key,
    location, demand_class, accepted_at, open_during, exempt_during from orders order by source, order_id`,
  order_event: `select source, order_id, position, part, ref, has_id, at, kind, unit, to_unit, reason_code, text, operator, result,
    due_at from order_event where superseded_at is null order by source, order_id, position, part`,
  finding: `select f.source, f.order_id, f.key, f.rule, f.key_unit, f.key_event, f.yellow_at, f.orange_at, f.red_at, f.first_at,
    f.latest_at, f.cleared_at, f.events, f.measure, f.exempt, f.provisional, f.district, f.category, f.open_during,
    f.exempt_during, f.watch_during,
    array(select (u.unit, u.since)::text from finding_unit u where u.finding = f.id order by u.unit) as units
    from finding f where f.to_gen = 9223372036854775807 order by f.source, f.order_id, f.key, f.first_at`,
  leg: "select source, order_id, ordinal, unit, start_at, end_at from leg order by source, order_id, ordinal",
  unit: "select code, name, parent, kind, aliases, provisional from unit order by code",
};

/** How many rows of each table count, and one hash over them in their order. */
export async function contentOf({ sql }: Database): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const [table, query] of Object.entries(CONTENTS)) {
    const [row] = await sql.unsafe<{ rows: string; hash: string }[]>(
      `select count(*)::text as rows, md5(coalesce(string_agg(md5(t::text), '' order by n), '')) as hash
       from (select row(t.*)::text as t, row_number() over () as n from (${query}) t) t`,
    );
    sums[table] = `${row?.rows} ${row?.hash}`;
  }
  return sums;
}
