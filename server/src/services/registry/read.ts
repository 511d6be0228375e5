import {
  type CategoryTree,
  type CompetenceList,
  type Holidays,
  permitted,
  type RegisteredUnits,
  requirePermission,
} from "@tianyan/api";
import { CN_LAST_YEAR, compareCodePoints, createCompetence, createUnits, DAY, workingDays, zone } from "@tianyan/core";
import {
  currentGeneration,
  legsByUnit,
  ordersByCategory,
  readCompetence,
  readHolidays,
  readMergers,
  readUnits,
  type ScopeMoment,
} from "@tianyan/db";
import { createUnitSuggester } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { isoOrNull } from "../instants";
import { loadJudging } from "../judging/setting";
import type { Reader, Services } from "../services";

/** The registry of units, by the pinyin of their names; provisional ones with what they may be. */
export const listRegisteredUnits = (services: Services, actor: Actor): Promise<RegisteredUnits> =>
  asActor(services, permitted(actor, "registry.read"), readRegisteredUnits);

async function readRegisteredUnits(reading: Reading): Promise<RegisteredUnits> {
  const { sql } = reading.db;
  const [units, mergers] = [await readUnits(sql), await readMergers(sql)];
  const legs = await legsByUnit(sql, await momentOf(reading));
  const suggest = createUnitSuggester(units.filter(({ provisional }) => !provisional));
  const mergerOf = new Map(mergers.map((merger) => [merger.unit, merger]));
  const legsOf = new Map(legs.map((row) => [row.unit, row]));
  const sorted = [...units].sort((a, b) => compareCodePoints(a.pinyin, b.pinyin) || compareCodePoints(a.code, b.code));
  return {
    units: sorted.map((unit) => {
      const merger = mergerOf.get(unit.code);
      return {
        code: unit.code,
        name: unit.name,
        parent: unit.parent,
        kind: unit.kind,
        aliases: [...unit.aliases],
        provisional: unit.provisional,
        suggestions: unit.provisional ? suggest(unit.name).map((one) => ({ ...one })) : [],
        merger: merger ? { into: merger.into_unit, from: merger.from_date, note: merger.note } : null,
        legs: legsOf.get(unit.code)?.legs ?? 0,
        last_at: isoOrNull(legsOf.get(unit.code)?.last_at ?? null),
      };
    }),
  };
}

export async function listCompetence({ db, now }: Services, actor: Actor): Promise<CompetenceList> {
  requirePermission(actor, "registry.read");
  const units = await knownUnits({ db, now });
  return {
    rows: (await readCompetence(db.sql)).map(({ category, unit }) => {
      const code = units.resolve(unit);
      return { category, unit, code, name: units.name(code), unlisted: !units.listed(code) };
    }),
  };
}

const momentOf = async ({ db, now, scope }: Reading): Promise<ScopeMoment> => ({
  generation: await currentGeneration(db.sql),
  at: now(),
  scope,
});

async function knownUnits({ db, now }: Reader) {
  const listed = (await readUnits(db.sql)).filter(({ provisional }) => !provisional);
  return createUnits(listed, (await loadJudging(db.sql)).parametersAt(now()).parameters.centres);
}

const stepsOf = (path: string): string[] =>
  path
    .split(">")
    .map((step) => step.trim())
    .filter((step) => step !== "");

/** Every path of orders and of the catalogue, and every part of it from the top. */
export const listCategories = (services: Services, actor: Actor): Promise<CategoryTree> =>
  asActor(services, permitted(actor, "registry.read"), readCategories);

async function readCategories(reading: Reading): Promise<CategoryTree> {
  const { sql } = reading.db;
  const [found, rows, units] = await Promise.all([
    ordersByCategory(sql, await momentOf(reading)),
    readCompetence(sql),
    knownUnits(reading),
  ]);
  const tree = new Map<string, { orders: number; below: number }>();
  const reach = (category: string, orders: number): void => {
    const steps = stepsOf(category);
    for (let depth = 1; depth <= steps.length; depth++) {
      const path = steps.slice(0, depth).join(">");
      const node = tree.get(path) ?? { orders: 0, below: 0 };
      node.below += orders;
      if (depth === steps.length) node.orders += orders;
      tree.set(path, node);
    }
  };
  for (const { category, orders } of found) reach(category, orders);
  for (const { category } of rows) reach(category, 0);
  const competence = createCompetence(rows.map(({ category, unit }) => ({ category, unit: units.resolve(unit) })));
  const named = new Set(rows.map(({ category }) => stepsOf(category).join(">")));
  const paths = [...tree.keys()].sort(compareCodePoints);
  return {
    categories: paths.map((path) => {
      const steps = path.split(">");
      let from = path;
      while (from !== "" && !named.has(from)) from = from.slice(0, Math.max(0, from.lastIndexOf(">")));
      return {
        path,
        name: steps.at(-1) ?? path,
        parent: steps.slice(0, -1).join(">"),
        orders: tree.get(path)?.orders ?? 0,
        orders_below: tree.get(path)?.below ?? 0,
        units: [...competence.unitsFor(path)].sort(compareCodePoints).map((code) => ({ code, name: units.name(code) })),
        from,
      };
    }),
  };
}

/** The days of a year that are other than their weekday, by the built-in table or by ours. */
export async function listHolidays(
  { db, now }: Services,
  actor: Actor,
  query: { readonly year?: number | undefined },
): Promise<Holidays> {
  requirePermission(actor, "registry.read");
  const year = query.year ?? zone("Asia/Shanghai").local(now()).year;
  const own = new Map((await readHolidays(db.sql)).map((row) => [row.date, row]));
  const [table, weekdays] = [workingDays("cn"), workingDays("weekdays")];
  const days: Holidays["days"] = [];
  const end = Date.UTC(year + 1, 0, 1) / DAY;
  for (let day = Date.UTC(year, 0, 1) / DAY; day < end; day++) {
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    const row = own.get(date);
    const builtIn = table.works(day);
    if (!row && builtIn === weekdays.works(day)) continue;
    days.push({ date, works: row?.works ?? builtIn, built_in: builtIn, note: row?.note ?? "", own: row !== undefined });
  }
  return { year, last_published: CN_LAST_YEAR, days };
}
