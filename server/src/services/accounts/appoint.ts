import {
  type Account,
  ApiError,
  type Appointment,
  type AppointmentFields,
  KIND_OF_POST,
  type NewAppointment,
  type Post,
  type Scope,
} from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import {
  addAppointment,
  changeAppointment,
  endAppointment,
  endSessions,
  readSources,
  type Transaction,
  unitsThatExist,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readInstant } from "../instants";
import type { Services } from "../services";
import { changeAccountBy } from "./change";

/** Appoints to another post of the account's kind. */
export const appoint = (services: Services, actor: Actor, id: string, given: NewAppointment): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx, account) => {
    if (KIND_OF_POST[given.post] !== account.kind) throw new ApiError("account.kinds_mixed");
    const added = await addAppointmentTo(tx, { account: id, author: actor.name, at: services.now() }, given);
    const { post, scope, starts_at, ends_at } = given;
    const subject = { type: "appointment", id: added };
    return { action: "appointment.added", subject, after: { account: id, post, scope, starts_at, ends_at } };
  });

/** Changes scope and end; sessions in it go on under the new scope from their next request. */
export const changeAppointmentOf = (
  services: Services,
  actor: Actor,
  { id, appointment }: { readonly id: string; readonly appointment: string },
  { scope, ends_at }: AppointmentFields,
): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx, account) => {
    const before = notEnded(account, appointment, services.now());
    await refuseScope(tx, before.post, scope);
    const ends = ends_at === null ? null : readInstant(ends_at);
    refusePeriod(readInstant(before.starts_at), ends, services.now());
    await changeAppointment(tx, appointment, { ...scope, ends_at: ends });
    return {
      action: "appointment.changed",
      subject: { type: "appointment", id: appointment },
      before: { scope: before.scope, ends_at: before.ends_at },
      after: { scope, ends_at },
    };
  });

/** Takes a post away at once; sessions in it end. */
export const endAppointmentOf = (
  services: Services,
  actor: Actor,
  { id, appointment }: { readonly id: string; readonly appointment: string },
): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx, account) => {
    const { post, scope, ends_at } = notEnded(account, appointment, services.now());
    await endAppointment(tx, appointment, services.now());
    await endSessions(tx, { appointment });
    const subject = { type: "appointment", id: appointment };
    return { action: "appointment.ended", subject, before: { post, scope, ends_at } };
  });

function notEnded({ appointments }: Account, id: string, at: Instant): Appointment {
  const found = appointments.find((one) => one.id === id);
  if (!found || (found.ends_at !== null && readInstant(found.ends_at) <= at))
    throw new ApiError("appointment.not_found");
  return found;
}

interface To {
  readonly account: string;
  readonly author: string;
  readonly at: Instant;
  /** An invented person: the units of the invented county may be on their way yet. */
  readonly demo?: boolean;
}

/** Its id. Throws an ApiError where scope or period cannot be. */
export async function addAppointmentTo(
  tx: Transaction,
  { account, author, at, demo = false }: To,
  { post, scope, starts_at, ends_at }: NewAppointment,
): Promise<string> {
  if (!demo) await refuseScope(tx, post, scope);
  const starts = starts_at === undefined ? at : readInstant(starts_at);
  const ends = ends_at === null ? null : readInstant(ends_at);
  refusePeriod(starts, ends, at);
  const kind = KIND_OF_POST[post];
  return addAppointment(tx, { account, kind, post, ...scope, starts_at: starts, ends_at: ends, author });
}

function refusePeriod(starts: Instant, ends: Instant | null, at: Instant): void {
  if (ends !== null && (ends <= starts || ends <= at)) throw new ApiError("account.period_wrong");
}

async function refuseScope(tx: Transaction, post: Post, { units, sources }: Scope): Promise<void> {
  if (post === "unit_contact" && units?.length !== 1) throw new ApiError("account.one_unit");
  if (units) await refuseUnknownUnits(tx, units);
  if (sources === null) return;
  const known = new Set((await readSources(tx)).map(({ code }) => code));
  const missing = sources.filter((code) => !known.has(code));
  if (missing.length > 0)
    throw new ApiError("account.source_unknown", { detail: { zh: missing.join("、"), en: missing.join(", ") } });
}

/** Throws `account.unit_unknown`, naming them. */
export async function refuseUnknownUnits(tx: Transaction, codes: readonly string[]): Promise<void> {
  const known = await unitsThatExist(tx, codes);
  const missing = codes.filter((code) => !known.has(code));
  if (missing.length > 0)
    throw new ApiError("account.unit_unknown", { detail: { zh: missing.join("、"), en: missing.join(", ") } });
}
