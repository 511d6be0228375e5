import { type CaseDetail, type NewCasePerson, requirePermission } from "@tianyan/api";
import { addCasePerson } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeCase } from "./change";
import { nameListedUnits } from "./units";

/**
 * Records who was dealt with. Their unit becomes one of the case's, so that nobody of it sees the case; the timeline and the trail
 * tell only that there is one more.
 */
export async function addPerson(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...person }: NewCasePerson,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.people");
  return changeCase(services, actor, id, { seen: version }, async ({ tx, at }) => {
    await nameListedUnits(tx, actor, id, [person.unit], at);
    const entry = await addCasePerson(tx, id, person, { author: actor.name, at });
    return { kind: "person_added", after: { id: entry, form: person.form, sanction: person.sanction } };
  });
}
