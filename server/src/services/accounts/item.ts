import { type Account, AccountKindSchema, type AccountState, type Appointment, PostSchema } from "@tianyan/api";
import { type Instant, instant, isoInstant } from "@tianyan/core";
import type { AccountRow, AppointmentRow } from "@tianyan/db";
import { needsFactor } from "../../auth/visit";
import { isoOrNull } from "../instants";

export const isInForce = (
  { starts_at, ends_at }: Pick<AppointmentRow, "starts_at" | "ends_at">,
  at: Instant,
): boolean => starts_at <= at && (ends_at === null || ends_at > at);

const copy = (list: readonly string[] | null): string[] | null => list && [...list];

const appointmentItem = (row: AppointmentRow, at: Instant): Appointment => ({
  id: row.id,
  post: PostSchema.parse(row.post),
  scope: { sources: copy(row.sources), districts: copy(row.districts), units: copy(row.units) },
  starts_at: isoInstant(instant(row.starts_at)),
  ends_at: isoOrNull(row.ends_at),
  in_force: isInForce(row, at),
  author: row.author,
});

function stateOf(row: AccountRow, at: Instant): AccountState {
  if (row.disabled_at !== null) return "disabled";
  if (row.locked_until !== null && row.locked_until > at) return "locked";
  return row.has_password || row.last_signed_in_at !== null || row.demo ? "active" : "invited";
}

/** An account as it is told. */
export function accountItem(
  row: AccountRow,
  appointments: readonly AppointmentRow[],
  sessions: number,
  at: Instant,
): Account {
  const state = stateOf(row, at);
  const required = !row.demo && appointments.some((one) => isInForce(one, at) && needsFactor(one.post));
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    kind: AccountKindSchema.parse(row.kind),
    unit: row.unit === null ? null : { code: row.unit, name: row.unit_name ?? row.unit },
    state,
    locked_until: state === "locked" ? isoOrNull(row.locked_until) : null,
    demo: row.demo,
    factor: { enrolled: row.enrolled, required },
    password_changed_at: isoOrNull(row.password_changed_at),
    created_at: isoInstant(instant(row.created_at)),
    author: row.author,
    last_signed_in_at: isoOrNull(row.last_signed_in_at),
    sessions,
    appointments: appointments.map((one) => appointmentItem(one, at)),
  };
}
