import {
  type AddFindings,
  type AddOrders,
  type AddUnits,
  ApiError,
  type CaseDetail,
  requirePermission,
} from "@tianyan/api";
import { addCaseFindings, addCaseOrders } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeCase } from "./change";
import { findLinks, requireFree, unitsNamed } from "./links";
import { nameListedUnits, nameUnits } from "./units";

/** Has the case name more units. */
export async function addUnits(services: Services, actor: Actor, id: string, given: AddUnits): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    const added = await nameListedUnits(tx, actor, id, given.units, at);
    if (added === 0) throw new ApiError("case.nothing_new");
    return { kind: "units_added", after: { units: given.units } };
  });
}

/** Puts orders in the actor's scope into the case. */
export async function addOrders(services: Services, actor: Actor, id: string, given: AddOrders): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const { orders } = await findLinks(services, actor, given);
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    if ((await addCaseOrders(tx, id, orders, at)) === 0) throw new ApiError("case.nothing_new");
    return { kind: "orders_added", after: { orders: given.orders } };
  });
}

/** Puts findings in the actor's scope into the case, with their orders and the units that they name. */
export async function addFindings(
  services: Services,
  actor: Actor,
  id: string,
  given: AddFindings,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const links = await findLinks(services, actor, given);
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    await requireFree(tx, links.findings, id);
    if ((await addCaseFindings(tx, id, links.findings, at)) === 0) throw new ApiError("case.nothing_new");
    await addCaseOrders(tx, id, links.orders, at);
    await nameUnits(tx, actor, id, unitsNamed(links), at);
    return { kind: "findings_added", after: { findings: given.findings } };
  });
}
