import { ApiError, type Decisions, permitted } from "@tianyan/api";
import { currentGeneration, decisionsOfOrders, isOrderInScope, type OrderKey } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Services } from "../services";
import { decisionItem } from "./item";

/** Everything that was decided about the findings of an order, or about one of them; newest first. Throws where it is not in scope. */
export const listDecisions = (
  services: Services,
  actor: Actor,
  order: OrderKey,
  { key }: { readonly key?: string | undefined },
): Promise<Decisions> =>
  asActor(services, permitted(actor, "decisions.read"), async ({ db, now, scope }) => {
    const generation = await currentGeneration(db.sql);
    if (!(await isOrderInScope(db.sql, order, { generation, at: now(), scope }))) throw new ApiError("order.not_found");
    const rows = await decisionsOfOrders(db.sql, [order]);
    const asked = rows.filter((row) => key === undefined || (row.hangs_on ?? row.key) === key);
    const items = asked.map((row) => ({ ...decisionItem(row), key: row.hangs_on, decided_key: row.key }));
    return { items: items.reverse() };
  });
