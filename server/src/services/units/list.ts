import { FindingFilterSchema, permitted, type UnitItem, type UnitList, type UnitsQuery } from "@tianyan/api";
import { compareCodePoints, isoInstant, LEVELS } from "@tianyan/core";
import { countByUnit, volumeByUnit } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { findingCriteria } from "../findings/criteria";
import { instantOf } from "../instants";
import type { Services } from "../services";
import { loadUnitNames } from "./names";

/** All units with their findings and volume at T. */
export const listUnits = (services: Services, actor: Actor, query: UnitsQuery): Promise<UnitList> =>
  asActor(services, permitted(actor, "units.read"), (reading) => unitsOf(reading, query));

async function unitsOf(reading: Reading, query: UnitsQuery): Promise<UnitList> {
  const { sql } = reading.db;
  const at = instantOf(reading, query.at);
  const filter = { view: "watchlist", rule: [], level: [], unit: [], district: [], category: [], source: query.source };
  const criteria = await findingCriteria(reading, FindingFilterSchema.parse(filter), at);
  const [{ units }, found, volumes] = await Promise.all([
    loadUnitNames(sql),
    countByUnit(sql, criteria),
    volumeByUnit(sql, criteria, query.source.length > 0 ? query.source : null),
  ]);
  const volumeOf = new Map(volumes.map((volume) => [volume.unit, volume]));
  const countOf = new Map(found.map(({ unit, level, count }) => [`${level}|${unit}`, count]));
  const items = units.map((unit): UnitItem => {
    const [yellow = 0, orange = 0, red = 0] = LEVELS.map((_, index) => countOf.get(`${index + 1}|${unit.code}`) ?? 0);
    const volume = volumeOf.get(unit.code);
    return {
      code: unit.code,
      name: unit.name,
      parent: unit.parent,
      kind: unit.kind,
      aliases: [...unit.aliases],
      provisional: unit.provisional,
      findings: { yellow, orange, red },
      orders: volume?.orders ?? 0,
      legs: volume?.legs ?? 0,
      holding: volume?.holding ?? 0,
    };
  });
  const keys = new Map(units.map((unit) => [unit.code, unit.pinyin]));
  items.sort(
    (a, b) => compareCodePoints(keys.get(a.code) ?? "", keys.get(b.code) ?? "") || compareCodePoints(a.code, b.code),
  );
  return { at: isoInstant(at), units: items };
}
