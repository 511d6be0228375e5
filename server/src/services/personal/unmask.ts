import { ApiError, requirePermission, type UnmaskedCaller, type UnmaskInput } from "@tianyan/api";
import { MINUTE } from "@tianyan/core";
import { currentGeneration, isOrderInScope, type OrderKey } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { readPolicy } from "../../auth/policy";
import { record } from "../audit/record";
import type { Services } from "../services";
import { callerNow } from "./shown";

/** A second factor older than this is asked for again, whatever the policy says. */
const FACTOR_MINUTES = 5;

/**
 * Who called, as given to the hotline: one order, the fields named, with a reason. The trail says who looked at what and why, never what
 * was seen; where it cannot be written nothing is told. Throws an ApiError.
 */
export async function unmaskCaller(
  services: Services,
  actor: Actor,
  key: OrderKey,
  { fields, reason }: UnmaskInput,
): Promise<UnmaskedCaller> {
  requirePermission(actor, "personal.unmask");
  await requireFreshFactor(services, actor);
  const caller = await asActor(services, actor, async ({ db, scope, now }) => {
    const generation = await currentGeneration(db.sql);
    if (!(await isOrderInScope(db.sql, key, { generation, at: now(), scope }))) throw new ApiError("order.not_found");
    return callerNow(db.sql, services.keys, key);
  });
  if (!caller) throw new ApiError("caller.unknown");
  const asked = [...new Set(fields)];
  await services.db.sql.begin((tx) =>
    record(tx, actor, {
      action: "personal.unmasked",
      subject: { type: "order", id: `${key.source}/${key.orderId}` },
      after: { fields: asked, reason },
      outcome: "done",
    }),
  );
  const { name, phone, idNumber: id_number, address } = caller;
  const all = { name, phone, id_number, address };
  return Object.fromEntries(asked.map((field) => [field, all[field]]));
}

async function requireFreshFactor({ db, now }: Services, { factorAt }: Actor): Promise<void> {
  const minutes = Math.min(FACTOR_MINUTES, (await readPolicy(db.sql)).factor_minutes);
  if (factorAt === null || factorAt < now() - minutes * MINUTE) throw new ApiError("factor.stale");
}
