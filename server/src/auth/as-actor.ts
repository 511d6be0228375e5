import { isAdministrator } from "@tianyan/api";
import { EVERYTHING, isOpen, type ReadingRole, type ScopeCriteria, type Transaction, withSubunits } from "@tianyan/db";
import type { Reader, Services } from "../services/services";
import type { Actor } from "./actor";

/** Whose eyes something is read with. */
export type Onlooker = Pick<Actor, "account" | "post" | "scope" | "recused">;

/** A moment of the database as one person may see it: every answer of it is of the same snapshot. */
export interface Reading extends Reader {
  readonly db: { readonly sql: Transaction };
  /** What the actor may see, units with all below them; for the service's own check. */
  readonly scope: ScopeCriteria;
  /** Whose own things are told apart; null: the machine itself. */
  readonly account: string | null;
}

/** A little less than a request is waited for: what nobody waits for any longer is not looked for any longer. */
const PATIENCE = "115s";

const NOTHING: ScopeCriteria = { ...EVERYTHING, sources: [], districts: [], units: [] };

/**
 * Reads business data as the actor: one read-only transaction, in the role of who sees everything, or of who sees what the
 * database itself narrows to the scope. Outside of it the connections that serve people see no business data.
 */
export const asActor = <T>(services: Services, actor: Onlooker, read: (reading: Reading) => Promise<T>): Promise<T> =>
  services.db.sql.begin("isolation level repeatable read read only", async (tx) => {
    const scope = await scopeOf(tx, actor);
    const role: ReadingRole = isOpen(scope) ? "tianyan_county" : "tianyan_scoped";
    const patience = actor.post === "system" ? "0" : PATIENCE;
    await tx`select set_config('role', ${role}, true), set_config('tianyan.scope', ${JSON.stringify(scope)}, true),
      set_config('statement_timeout', ${patience}, true)`;
    return read({ db: { sql: tx }, now: services.now, scope, account: actor.account });
  }) as Promise<T>;

/** Administrators, machines and nobody see no business; a unit's contact only orders that were with the unit. */
async function scopeOf(tx: Transaction, { post, scope, recused }: Onlooker): Promise<ScopeCriteria> {
  if (isAdministrator(post) || post === "machine" || post === "nobody") return NOTHING;
  const own = post === "unit_contact";
  return {
    sources: scope.sources,
    districts: scope.districts,
    units: scope.units ? await withSubunits(tx, scope.units) : own ? [] : null,
    recused: await withSubunits(tx, recused),
    own,
  };
}
