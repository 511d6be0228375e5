import type { Runner, Transaction } from "../connect";

export interface AppointmentRow {
  readonly id: string;
  readonly account: string;
  readonly post: string;
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly starts_at: number;
  readonly ends_at: number | null;
  readonly author: string;
}

/** Of all accounts or the one, newest first. */
export const readAppointments = (sql: Runner, account: string | null = null): Promise<readonly AppointmentRow[]> =>
  sql<AppointmentRow[]>`
    select id, account, post, sources, districts, units, starts_at, ends_at, author from appointment
    where ${account}::bigint is null or account = ${account}::bigint
    order by starts_at desc, id desc`;

type Lists = Pick<AppointmentRow, "sources" | "districts" | "units">;

export async function addAppointment(
  tx: Transaction,
  given: Omit<AppointmentRow, "id"> & { readonly kind: string },
): Promise<string> {
  const { account, kind, post, sources, districts, units, starts_at, ends_at, author } = given;
  const [row] = await tx<{ id: string }[]>`
    insert into appointment (account, kind, post, sources, districts, units, starts_at, ends_at, author)
    values (${account}::bigint, ${kind}, ${post}, ${sources as string[] | null}::text[], ${districts as string[] | null}::text[],
      ${units as string[] | null}::text[], ${starts_at}::timestamptz, ${ends_at}::timestamptz, ${author})
    returning id`;
  return row?.id ?? "";
}

export async function changeAppointment(
  tx: Transaction,
  id: string,
  { sources, districts, units, ends_at }: Lists & Pick<AppointmentRow, "ends_at">,
): Promise<void> {
  await tx`
    update appointment set sources = ${sources as string[] | null}::text[], districts = ${districts as string[] | null}::text[],
      units = ${units as string[] | null}::text[], ends_at = ${ends_at}::timestamptz
    where id = ${id}::bigint`;
}

/** What has not begun by then never begins. */
export async function endAppointment(tx: Transaction, id: string, at: number): Promise<void> {
  await tx`update appointment set ends_at = greatest(starts_at, ${at}::timestamptz) where id = ${id}::bigint`;
}

/** Accounts that hold a post now and until further notice. */
export async function lastingHolders(sql: Runner, post: string, at: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(distinct a.id)::int as count from appointment p join account a on a.id = p.account
    where p.post = ${post} and p.starts_at <= ${at}::timestamptz and p.ends_at is null and a.disabled_at is null`;
  return row?.count ?? 0;
}
