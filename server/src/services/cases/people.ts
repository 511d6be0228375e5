import { type CaseDetail, type CasePerson, type NewCasePerson, requirePermission } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { addCasePerson, readCasePeople, showPeople, type Transaction } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import type { UnitNames } from "../units/names";
import { changeCase } from "./change";
import { nameListedUnits } from "./units";

/** Who was dealt with in a case; only for whoever may see them. */
export async function peopleOf(tx: Transaction, id: string, names: UnitNames): Promise<CasePerson[]> {
  await showPeople(tx);
  return (await readCasePeople(tx, id)).map(({ unit, at, discipline, sanction, ...person }) => ({
    ...person,
    unit: { code: unit, name: names.name(unit) },
    discipline: discipline as CasePerson["discipline"],
    sanction: sanction as CasePerson["sanction"],
    at: isoInstant(instant(at)),
  }));
}

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
