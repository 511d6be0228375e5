import type { FindingItem, MaskedCaller, OrderDetail } from "@tianyan/api";
import { type Finding, maskAddress, maskIdNumber, maskName, maskPhone, maskText } from "@tianyan/core";
import { type OrderKey, type Runner, readCallers } from "@tianyan/db";
import type { Caller } from "@tianyan/ingest";
import type { Keyring } from "../../keys/keyring";

/** Every text that came from outside and goes into an answer passes here. */
export const shown = (text: string): string => maskText(text);

export const shownOrNull = (text: string | null): string | null => (text === null ? null : maskText(text));

/** Every text within. */
export function shownDeep<T>(value: T): T {
  if (typeof value === "string") return maskText(value) as T;
  if (Array.isArray(value)) return value.map(shownDeep) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shownDeep(part)])) as T;
}

/** A finding's measure; lists and words in it can come from what people wrote. */
export const shownMeasure = (measure: Finding["measure"]): FindingItem["measure"] =>
  Object.fromEntries(
    Object.entries(measure).map(([name, value]) => {
      if (typeof value === "string") return [name, shown(value)];
      return [name, typeof value === "object" && value !== null ? value.map(shown) : value];
    }),
  );

/** Order attributes: texts masked; what tells which orders are of one citizen is not shown at all. */
export const shownOrder = (order: OrderDetail["order"]): OrderDetail["order"] => ({
  ...order,
  title: shown(order.title),
  content: shown(order.content),
  location: shown(order.location),
  citizen_key: "",
});

/** What is known of the callers of these orders now: later batches count, and take nothing away that they leave empty. */
export async function callersNow(
  sql: Runner,
  keys: Keyring,
  orders: readonly OrderKey[],
): Promise<ReadonlyMap<string, Caller>> {
  const known = new Map<string, Caller>();
  for (const row of await readCallers(sql, orders)) {
    const key = JSON.stringify([row.source, row.order_id]);
    const said = keys.openCaller(row.order_id, row.key_id, row.sealed);
    const before = known.get(key);
    known.set(key, !before ? said : row.stated ? over(before, said) : over(said, before));
  }
  return known;
}

/** `next`, and what it leaves empty of `before`. */
const over = (before: Caller, next: Caller): Caller => ({
  name: next.name || before.name,
  phone: next.phone || before.phone,
  idNumber: next.idNumber || before.idNumber,
  address: next.address || before.address,
});

export const callerNow = async (sql: Runner, keys: Keyring, order: OrderKey): Promise<Caller | null> =>
  (await callersNow(sql, keys, [order])).get(JSON.stringify([order.source, order.orderId])) ?? null;

export const shownCaller = (caller: Caller): MaskedCaller => ({
  name: maskName(caller.name),
  phone: maskPhone(caller.phone),
  id_number: maskIdNumber(caller.idNumber),
  address: maskAddress(caller.address),
});
