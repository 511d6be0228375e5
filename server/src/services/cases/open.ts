import { ApiError, type CaseDetail, type OpenCase, requirePermission } from "@tianyan/api";
import {
  addCaseCheck,
  addCaseFindings,
  addCaseOrders,
  insertCase,
  isOpen,
  nextCaseNumber,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { loadCaseClock } from "./case-clock";
import { tell } from "./change";
import { findLinks, type Links, requireFree, unitsNamed } from "./links";
import { caseNumber } from "./number";
import { caseDetail } from "./read";
import { nameListedUnits, nameUnits } from "./units";

const originOf = ({ findings, orders, check }: OpenCase): string =>
  findings.length > 0 ? "findings" : orders.length > 0 ? "orders" : check ? "check" : "hand";

/** Opens a case, numbered without gaps, given to who opens it. It names a unit or an order of their scope. Throws an ApiError. */
export async function openCase(services: Services, actor: Actor, given: OpenCase): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const links = await findLinks(services, actor, given);
  await requireInScope(services, actor, [...given.units, ...unitsNamed(links)], links);
  const id = await inChange(services.work, (tx) => opened(tx, services, actor, given, links));
  return caseDetail(services, actor, id);
}

/** Else the case would be out of its own opener's sight. */
async function requireInScope(
  services: Services,
  actor: Actor,
  units: readonly string[],
  { orders }: Links,
): Promise<void> {
  if (orders.length > 0) return;
  const inScope = await asActor(services, actor, async ({ scope }) => {
    const unitsInScope = scope.units ?? [];
    return isOpen({ ...scope, recused: [] }) || units.some((unit) => unitsInScope.includes(unit));
  });
  if (!inScope) throw new ApiError("case.out_of_scope");
}

async function opened(
  tx: Transaction,
  services: Services,
  actor: Actor,
  given: OpenCase,
  links: Links,
): Promise<string> {
  const at = services.now();
  await requireFree(tx, links.findings, null);
  const { year } = await loadCaseClock(tx, at);
  const no = await nextCaseNumber(tx, year);
  const assignee = actor.account === null ? null : { account: actor.account, name: actor.name };
  const { title, note, units, check } = given;
  const head = { year, no, title, note, origin: originOf(given), assignee, openedBy: actor.name };
  const id = await insertCase(tx, head, at);
  await nameListedUnits(tx, actor, id, units, at);
  await nameUnits(tx, actor, id, unitsNamed(links), at);
  await addCaseOrders(tx, id, links.orders, at);
  await addCaseFindings(tx, id, links.findings, at);
  if (check) await addCaseCheck(tx, id, check, { author: actor.name, at });
  const { orders, findings } = links;
  const after = { number: caseNumber(head), stage: "clue", orders: orders.length, findings: findings.length };
  await tell(tx, actor, id, { kind: "opened", after }, at);
  return id;
}
