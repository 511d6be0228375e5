import { type MetaActor, may, PERMISSIONS, PostSchema, type Scope } from "@tianyan/api";
import { readAppointments, visitOfSession } from "@tianyan/db";
import type { Actor, ActorScope } from "../../auth/actor";
import { isInForce } from "../accounts/item";
import { isoOrNull } from "../instants";
import type { Services } from "../services";

const copyOf = ({ sources, districts, units }: ActorScope): Scope => ({
  sources: sources && [...sources],
  districts: districts && [...districts],
  units: units && [...units],
});

/** Who asks, as the screens are told: with the posts to switch to and what this one may do. */
export async function whoAsks({ db, now }: Services, actor: Actor): Promise<MetaActor> {
  const at = now();
  const { account, name, post, session } = actor;
  const [visit, appointments] = await Promise.all([
    session === null ? null : visitOfSession(db.sql, session, at),
    account === null ? [] : readAppointments(db.sql, account),
  ]);
  const inForce = appointments.filter((one) => isInForce(one, at));
  return {
    account,
    name,
    post,
    scope: copyOf(actor.scope),
    appointment: visit?.appointment ?? null,
    appointments: inForce.map((row) => ({ id: row.id, post: PostSchema.parse(row.post), scope: copyOf(row) })),
    permissions: PERMISSIONS.filter((permission) => may(post, permission)),
    factor: { enrolled: visit?.enrolled ?? false, at: isoOrNull(actor.factorAt) },
  };
}
