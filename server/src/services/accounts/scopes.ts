import { requirePermission, type ScopeChoices } from "@tianyan/api";
import { compareCodePoints } from "@tianyan/core";
import { districtsOfOrders, readSources, readUnits } from "@tianyan/db";
import { type Actor, SYSTEM_ACTOR } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Services } from "../services";

/** Of what a scope can be made. Names of districts are all that is told of orders. */
export async function listScopeChoices(services: Services, actor: Actor): Promise<ScopeChoices> {
  requirePermission(actor, "accounts.read");
  const [sources, units, districts] = await Promise.all([
    readSources(services.db.sql),
    readUnits(services.db.sql),
    asActor(services, SYSTEM_ACTOR, ({ db }) => districtsOfOrders(db.sql)),
  ]);
  const byName = [...units].sort((a, b) => compareCodePoints(a.pinyin, b.pinyin) || compareCodePoints(a.code, b.code));
  return {
    sources: sources.map(({ code, name }) => ({ code, name })),
    districts: [...districts],
    units: byName.map(({ code, name, parent }) => ({ code, name, parent })),
  };
}
