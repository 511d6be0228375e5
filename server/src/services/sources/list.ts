import { permitted, type SourceItem, type Sources } from "@tianyan/api";
import { measurableRules, RULES } from "@tianyan/core";
import { currentGeneration, figuresBySource } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { isoOrNull } from "../instants";
import { loadJudging, recordsOf } from "../judging/setting";
import type { Services } from "../services";

/** Where the orders come from: how much, how fresh, and what cannot be measured. */
export const listSources = (services: Services, actor: Actor): Promise<Sources> =>
  asActor(services, permitted(actor, "sources.read"), read);

async function read({ db, now, scope }: Reading): Promise<Sources> {
  const judging = await loadJudging(db.sql);
  const moment = { generation: await currentGeneration(db.sql), at: now(), scope };
  const figures = new Map((await figuresBySource(db.sql, moment)).map((row) => [row.source, row]));
  const sources = judging.sources.filter(({ code }) => scope.sources?.includes(code) ?? true);
  return {
    sources: sources.map((source): SourceItem => {
      const records = recordsOf(source);
      const measurable = measurableRules(records);
      const { parameters } = judging.bench(source.code, now()).setting;
      const row = figures.get(source.code);
      return {
        code: source.code,
        name: source.name,
        zone: parameters.zone,
        calendar: parameters.calendar,
        shape: source.shape,
        records: [...records],
        measurable: RULES.filter((rule) => measurable.has(rule)),
        not_measurable: RULES.filter((rule) => !measurable.has(rule)),
        orders: row?.orders ?? 0,
        events: row?.events ?? 0,
        rejects: row?.rejects ?? 0,
        first_at: isoOrNull(row?.first_at ?? null),
        last_at: isoOrNull(row?.last_at ?? null),
        recorded_at: isoOrNull(row?.recorded_at ?? null),
      };
    }),
  };
}
