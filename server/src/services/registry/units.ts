import { ApiError, type ConfirmUnit, type MergeUnit, type NewUnit, type Text, type UnitFields } from "@tianyan/api";
import type { UnitRow } from "@tianyan/core";
import {
  readCompetence,
  readMergers,
  readUnits,
  removeMerger,
  removeUnits,
  type StoredUnit,
  saveMerger,
  type Transaction,
  upsertUnits,
} from "@tianyan/db";
import { pinyinKey } from "../imports/units";
import type { RegistryChange } from "./change";

type Write = RegistryChange["write"];
type Said = Omit<RegistryChange, "preview">;

const clean = (fields: UnitFields): UnitFields => ({
  ...fields,
  aliases: [...new Set(fields.aliases)].filter((alias) => alias !== fields.name),
});

const stored = ({ code, name, parent, kind, aliases }: UnitRow) => ({
  code,
  name,
  parent,
  kind,
  aliases: [...aliases],
  pinyin: pinyinKey(name),
});

/** Throws an ApiError where the rows, taken together, cannot stand: words of two units, circles of parents. */
export function checkUnits(units: readonly UnitRow[]): void {
  const owner = new Map<string, string>();
  for (const { code, name, aliases } of units)
    for (const word of new Set([code, name, ...aliases])) {
      const other = owner.get(word);
      if (other !== undefined && other !== code) throw wordTaken(word, other, code);
      owner.set(word, code);
    }
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  for (const { code, parent } of units) {
    if (parent !== "" && !parents.has(parent)) throw parentWrong(code, parent);
    const seen = new Set([code]);
    for (let above = parent; above !== ""; above = parents.get(above) ?? "") {
      if (seen.has(above)) throw parentWrong(code, parent);
      seen.add(above);
    }
  }
}

const wordTaken = (word: string, a: string, b: string): ApiError =>
  new ApiError("unit.word_taken", {
    detail: { zh: `“${word}”同时属于 ${a} 和 ${b}`, en: `"${word}" belongs to both ${a} and ${b}` },
  });

const parentWrong = (code: string, parent: string): ApiError =>
  new ApiError("unit.parent_wrong", {
    detail: { zh: `${code} 的上级 ${parent}`, en: `${parent} above ${code}` },
  });

async function unitsOf(tx: Transaction): Promise<Map<string, StoredUnit>> {
  return new Map((await readUnits(tx)).map((unit) => [unit.code, unit]));
}

const listed = (units: ReadonlyMap<string, StoredUnit>): StoredUnit[] =>
  [...units.values()].filter(({ provisional }) => !provisional);

async function save(
  tx: Transaction,
  unit: UnitRow,
  units: ReadonlyMap<string, StoredUnit>,
  now: number,
): Promise<void> {
  const others = listed(units).filter(({ code }) => code !== unit.code);
  checkUnits([...others, unit]);
  await upsertUnits(tx, [stored(unit)], now);
}

const subject = (zh: string, en: string): Text => ({ zh, en });

/** A unit with its merger, as the trail keeps it. */
const lookAt =
  (...codes: readonly string[]) =>
  async (tx: Transaction) => {
    const mergers = await readMergers(tx);
    const known = (await readUnits(tx)).filter(({ code }) => codes.includes(code));
    return known.map(({ code, name, parent, kind, aliases, provisional }) => {
      const merger = mergers.find(({ unit }) => unit === code);
      const merged = merger ? { into: merger.into_unit, from: merger.from_date } : null;
      return { code, name, parent, kind, aliases, provisional, merged };
    });
  };

const aboutUnit = (code: string) => ({ target: { type: "unit", id: code }, look: lookAt(code) });

export function addUnit(unit: NewUnit): Said {
  const write: Write = async (tx, _before, now) => {
    const units = await unitsOf(tx);
    if (units.get(unit.code)?.provisional === false) throw new ApiError("unit.exists");
    await save(tx, { code: unit.code, ...clean(unit) }, units, now);
  };
  return {
    kind: "unit",
    subject: subject(`新增单位 ${unit.name}`, `Add unit ${unit.name}`),
    ...aboutUnit(unit.code),
    write,
  };
}

export function changeUnit(code: string, fields: UnitFields): Said {
  const write: Write = async (tx, _before, now) => {
    const units = await unitsOf(tx);
    if (!units.has(code)) throw new ApiError("unit.not_found");
    await save(tx, { code, ...clean(fields) }, units, now);
  };
  return {
    kind: "unit",
    subject: subject(`修改单位 ${fields.name}`, `Change unit ${fields.name}`),
    ...aboutUnit(code),
    write,
  };
}

export function removeUnit(code: string): Said {
  const write: Write = async (tx) => {
    const units = await unitsOf(tx);
    if (!units.has(code)) throw new ApiError("unit.not_found");
    const below = [...units.values()].some(({ parent }) => parent === code);
    const merged = (await readMergers(tx)).some(({ unit, into_unit }) => unit === code || into_unit === code);
    const words = new Set([code, units.get(code)?.name, ...(units.get(code)?.aliases ?? [])]);
    const named = (await readCompetence(tx)).some(({ unit }) => words.has(unit));
    if (below || merged || named) throw new ApiError("unit.in_use");
    await removeUnits(tx, [code]);
  };
  return { kind: "unit", subject: subject(`删除单位 ${code}`, `Remove unit ${code}`), ...aboutUnit(code), write };
}

/** A provisional unit becomes one of its own, or another word for one on the list. */
export function confirmUnit(code: string, how: ConfirmUnit): Said {
  const write: Write = async (tx, _before, now) => {
    const units = await unitsOf(tx);
    const unit = units.get(code);
    if (!unit) throw new ApiError("unit.not_found");
    if (!unit.provisional) throw new ApiError("unit.not_provisional");
    if (how.as === "unit") {
      const { as: _, ...fields } = how;
      return save(tx, { code, ...clean(fields) }, units, now);
    }
    const of = units.get(how.of);
    if (!of || of.provisional) throw new ApiError("unit.not_found");
    await removeUnits(tx, [code]);
    units.delete(code);
    const aliases = [...of.aliases, ...[code, unit.name].filter((word) => word !== of.name && word !== of.code)];
    await save(tx, { ...of, aliases: [...new Set(aliases)] }, units, now);
  };
  const words =
    how.as === "unit"
      ? subject(`确认新单位 ${how.name}`, `Confirm ${how.name} as a unit`)
      : subject(`将“${code}”认定为 ${how.of} 的别名`, `Take "${code}" for ${how.of}`);
  const look = how.as === "unit" ? lookAt(code) : lookAt(code, how.of);
  return { kind: "confirmation", subject: words, ...aboutUnit(code), look, write };
}

/** A unit is dissolved into another from a date on; what it did before stays its own. */
export function mergeUnit(code: string, { into, from, note }: MergeUnit, actor: string): Said {
  const write: Write = async (tx, _before, now) => {
    const units = await unitsOf(tx);
    if (!units.has(code)) throw new ApiError("unit.not_found");
    const target = units.get(into);
    if (!target || target.provisional || units.get(code)?.provisional) throw new ApiError("unit.merger_wrong");
    const mergers = new Map((await readMergers(tx)).map(({ unit, into_unit }) => [unit, into_unit]));
    mergers.set(code, into);
    for (let next: string | undefined = into; next !== undefined; next = mergers.get(next))
      if (next === code) throw new ApiError("unit.merger_wrong");
    await saveMerger(tx, { unit: code, into_unit: into, from_date: from, note }, actor, now);
  };
  return {
    kind: "merger",
    subject: subject(`${code} 自 ${from} 起并入 ${into}`, `${code} dissolved into ${into} from ${from}`),
    ...aboutUnit(code),
    write,
  };
}

export function unmergeUnit(code: string): Said {
  const write: Write = async (tx) => {
    if (!(await removeMerger(tx, code))) throw new ApiError("unit.not_found");
  };
  return {
    kind: "merger",
    subject: subject(`取消 ${code} 的撤并`, `Take back the merger of ${code}`),
    ...aboutUnit(code),
    write,
  };
}

/** A units table in the place of the present list: units it leaves out stay, those it names are as it says. */
export function importUnits(rows: readonly UnitRow[]): Said {
  const write: Write = async (tx, _before, now) => {
    const units = await unitsOf(tx);
    const given = new Map(rows.map((row) => [row.code, { ...row, name: row.name || row.code }]));
    checkUnits([...listed(units).filter(({ code }) => !given.has(code)), ...given.values()]);
    await upsertUnits(tx, [...given.values()].map(stored), now);
  };
  return {
    kind: "unit",
    subject: subject(`导入单位表（${rows.length} 行）`, `Import a units table of ${rows.length} rows`),
    target: { type: "registry", id: "units" },
    look: async (tx) => ({ units: (await readUnits(tx)).length, given: rows.length }),
    write,
  };
}
