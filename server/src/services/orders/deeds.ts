import type { Instant } from "@tianyan/core";
import { type CentreWord, currentGeneration, type DeedCriteria, type Runner, readUnits } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { type Judging, loadJudging } from "../judging/setting";

/** Every word that stands for a centre in some source, the chief first. */
async function centreWords(sql: Runner, { sources, bench }: Judging): Promise<readonly CentreWord[]> {
  const units = new Map((await readUnits(sql)).map((unit) => [unit.code, unit]));
  const words = new Map<string, string>();
  for (const source of sources) {
    const known = bench(source.code, null).units;
    for (const centre of known.centres) {
      const unit = units.get(centre);
      for (const word of [centre, unit?.name ?? "", ...(unit?.aliases ?? []), "centre", "热线中心"])
        if (word !== "" && !words.has(word) && known.resolve(word) === centre) words.set(word, centre);
    }
  }
  return [...words].map(([word, centre]) => ({ word, centre }));
}

export type DeedPeriod = Pick<DeedCriteria, "sources" | "from" | "to"> & { readonly at: Instant };

/** What happened to orders in a period, as the database is asked for it, under the reader's scope. */
export async function deedCriteria({ db: { sql }, scope }: Reading, period: DeedPeriod): Promise<DeedCriteria> {
  return {
    ...period,
    generation: await currentGeneration(sql),
    scope,
    centres: await centreWords(sql, await loadJudging(sql)),
  };
}
