import { setTimeout as sleep } from "node:timers/promises";
import type { Change, Client } from "@tianyan/api";
import type { Asker } from "../watchlist/people";

/** What judges again, or takes back, and how long that takes. */
export interface ChangeFigures {
  readonly what: string;
  /** Judged again, or taken back. */
  readonly orders: number;
  readonly seconds: number;
  /** It told how far it was, with the time left, this often. */
  readonly told: number;
}

const EVERY_MS = 100;

async function followed(api: Client, what: string, asked: Promise<Change>): Promise<ChangeFigures> {
  const began = performance.now();
  let change = await asked;
  const told = new Set<number>();
  while (change.state === "waiting" || change.state === "running") {
    if (change.progress?.seconds_left != null) told.add(change.progress.done);
    await sleep(EVERY_MS);
    change = await api.change(change.id);
  }
  if (change.state !== "done") throw new Error(`${what}: ${change.error?.en ?? change.state}`);
  return { what, orders: change.effect?.orders ?? 0, seconds: (performance.now() - began) / 1000, told: told.size };
}

async function undone(api: Client, id: string, what: string): Promise<ChangeFigures> {
  const began = performance.now();
  let item = await api.undoImport(id);
  const told = new Set<number>();
  while (item.state === "undoing") {
    if (item.progress?.seconds_left != null) told.add(item.progress.done);
    await sleep(EVERY_MS);
    item = await api.import(id);
  }
  if (item.state !== "undone") throw new Error(`${what}: ${item.error?.en ?? item.state}`);
  return { what, orders: item.summary?.orders ?? 0, seconds: (performance.now() - began) / 1000, told: told.size };
}

/** Changes of the registry as a steward makes them, each taken back again, and at last the import itself taken back. */
export async function measureChanges({ api }: Asker): Promise<readonly ChangeFigures[]> {
  const { units } = await api.registeredUnits();
  const bureaus = units.filter(({ kind }) => kind !== "centre").sort((a, b) => b.legs - a.legs);
  const [from = "", into = ""] = bureaus.slice(8, 10).map(({ code }) => code);
  const merger = { into, from: "2025-06-01", note: "" };
  const rows = (await api.competence()).rows.slice(0, 1).map(({ category, unit }) => ({ category, unit }));
  const [batch] = (await api.imports({ state: ["done"], limit: 1 })).items;
  return [
    await followed(api, "a merger of two units, tried out", api.mergeUnit(from, merger, { preview: true })),
    await followed(api, "the merger", api.mergeUnit(from, merger)),
    await followed(api, "the merger taken back", api.unmergeUnit(from)),
    await followed(api, "a row of the competence catalogue taken out", api.removeCompetence({ rows })),
    await followed(api, "the row put in again", api.addCompetence({ rows })),
    await followed(
      api,
      "a day off, a week ago, tried out",
      api.setHoliday("2026-11-13", { works: false, note: "" }, { preview: true }),
    ),
    await undone(api, batch?.id ?? "", "the whole import undone"),
  ];
}
