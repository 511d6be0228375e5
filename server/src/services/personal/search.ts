import { ApiError, type OrdersOfCaller, requirePermission, type SearchByCallerInput } from "@tianyan/api";
import { currentGeneration, type OrderKey, ordersOfCaller, pageOrders } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import type { Keyring } from "../../keys/keyring";
import type { Looked } from "../../keys/numbers";
import { record } from "../audit/record";
import { orderItem } from "../orders/list";
import type { Services } from "../services";
import { loadUnitNames } from "../units/names";
import { callersNow } from "./shown";

const MOST = 200;

/** Orders in scope whose caller has this number, by its keyed hash. The trail says that somebody looked, never for which number. */
export async function searchByCaller(
  services: Services,
  actor: Actor,
  given: SearchByCallerInput,
): Promise<OrdersOfCaller> {
  requirePermission(actor, "personal.search");
  const [by, number]: [Looked, string] = "phone" in given ? ["phone", given.phone] : ["id_number", given.id_number];
  const hash = services.keys.hash(by, number);
  if (!hash) throw new ApiError("request.invalid", { problems: [{ path: by, message: "no number" }] });
  const found = await asActor(services, actor, (reading) => ordersWith(reading, services.keys, by, hash));
  await services.db.sql.begin((tx) =>
    record(tx, actor, {
      action: "personal.searched",
      subject: { type: "caller", id: by },
      after: { found: found.items.length },
      outcome: "done",
    }),
  );
  return found;
}

async function ordersWith(reading: Reading, keys: Keyring, by: Looked, hash: Buffer): Promise<OrdersOfCaller> {
  const { sql } = reading.db;
  const met = await ordersOfCaller(sql, by, hash, MOST + 1);
  // An order whose caller was corrected since is not one of this number any more.
  const callers = await callersNow(sql, keys, met);
  const still = ({ source, orderId }: OrderKey): boolean => {
    const caller = callers.get(JSON.stringify([source, orderId]));
    return (
      caller !== undefined && keys.hash(by, by === "phone" ? caller.phone : caller.idNumber)?.equals(hash) === true
    );
  };
  const criteria = {
    generation: await currentGeneration(sql),
    at: reading.now(),
    scope: reading.scope,
    sources: [],
    districts: [],
    categories: [],
    units: [],
    state: null,
    from: null,
    to: null,
    text: null,
    deed: null,
    among: met.filter(still),
  };
  const [{ rows }, names] = await Promise.all([pageOrders(sql, criteria, null, MOST), loadUnitNames(sql)]);
  return { items: rows.map((row) => orderItem(row, names)), more: met.length > MOST };
}
