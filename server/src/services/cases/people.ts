import type { CasePerson } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { readCasePeople, showPeople, type Transaction } from "@tianyan/db";
import type { UnitNames } from "../units/names";

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
