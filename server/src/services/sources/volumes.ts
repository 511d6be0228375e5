import { permitted, type Volumes } from "@tianyan/api";
import { type Instant, instant, type Zone, zone } from "@tianyan/core";
import { currentGeneration, spanBySource, volumeByMonth } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";

const MONTHS = 12;

/** The last months in which a source has records, as numbers of months, oldest first. */
function monthsOf(local: Zone, first: Instant, last: Instant): readonly number[] {
  const number = (at: Instant): number => {
    const { year, month } = local.local(at);
    return year * 12 + month - 1;
  };
  const from = Math.max(number(first), number(last) - MONTHS + 1);
  return Array.from({ length: number(last) - from + 1 }, (_, index) => from + index);
}

const startOf = (local: Zone, month: number): Instant =>
  local.instantOf(Math.floor(month / 12), (month % 12) + 1, 1, 0, 0, 0, 0);
const nameOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** Orders accepted a month, by source: a gap in the row is a gap in the feed. */
export const readVolumes = (services: Services, actor: Actor): Promise<Volumes> =>
  asActor(services, permitted(actor, "sources.read"), volumesOf);

async function volumesOf({ db, now, scope }: Reading): Promise<Volumes> {
  const moment = { generation: await currentGeneration(db.sql), at: now(), scope };
  const local = zone((await loadJudging(db.sql)).parametersAt(now()).parameters.zone);
  const sources = (await spanBySource(db.sql, moment)).map(({ source, first_at, last_at }) => ({
    source,
    months: monthsOf(local, instant(first_at), instant(last_at)),
  }));
  const edges = [...new Set(sources.flatMap(({ months }) => months.flatMap((month) => [month, month + 1])))].sort(
    (a, b) => a - b,
  );
  const counts = new Map<string, number>();
  const bounds = edges.map((month) => startOf(local, month));
  for (const { source, part, orders } of bounds.length > 0 ? await volumeByMonth(db.sql, moment, bounds) : [])
    counts.set(JSON.stringify([source, edges[part]]), orders);
  return {
    volumes: sources.map(({ source, months }) => ({
      source,
      months: months.map((month) => ({
        month: nameOf(month),
        orders: counts.get(JSON.stringify([source, month])) ?? 0,
      })),
    })),
  };
}
