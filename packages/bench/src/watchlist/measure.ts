import type { FindingFacets, FindingFilterInput } from "@tianyan/api";
import { isoInstant } from "@tianyan/core";
import { NOW } from "../import/measure";
import { quantile } from "../statistics";
import type { Asker } from "./people";

export interface Answers {
  readonly what: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  readonly slowestOf: string;
}

type Filter = Readonly<Record<string, string>>;

/** One choice of every filter that the screen offers: the most frequent value, which leaves the most rows to look at. */
function choices(facets: FindingFacets): Filter {
  const first = (values: readonly { readonly value: string }[]): string => values[0]?.value ?? "";
  return {
    rule: first(facets.rule),
    level: "yellow",
    unit: first(facets.unit),
    district: first(facets.district),
    category: first(facets.category),
    source: first(facets.source),
    q: "小区",
  };
}

/** Every combination of the choices, each set or not, by itself and with each turn of the screen: new, about to be red. */
function combinations(facets: FindingFacets): Filter[] {
  const names = Object.entries(choices(facets));
  const turns: Filter[] = [
    {},
    { from: facets.new_since_yesterday.from },
    { red_before: facets.turn_red_this_week.before },
  ];
  return Array.from({ length: 1 << names.length }, (_, set) =>
    Object.fromEntries(names.filter((_name, place) => (set >> place) & 1)),
  ).flatMap((filter) => turns.map((turn) => ({ ...filter, ...turn })));
}

async function time(
  what: string,
  asked: readonly (() => Promise<unknown>)[],
  names: readonly string[],
): Promise<Answers> {
  const taken: number[] = [];
  for (const ask of asked.slice(0, 5)) await ask();
  for (const ask of asked) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  const slowest = Math.max(...taken);
  return {
    what,
    count: taken.length,
    p50: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    slowest,
    slowestOf: names[taken.indexOf(slowest)] ?? "",
  };
}

/** Times the answers that somebody gets, one after the other, from the request to the parsed body. */
export async function measureAnswers({ who, api }: Asker): Promise<readonly Answers[]> {
  const at = isoInstant(NOW);
  const all = combinations(await api.facets({ at }));
  const names = all.map((filter) => Object.keys(filter).join(" + ") || "no filter");
  const answers: Answers[] = [];
  for (const view of ["watchlist", "all"] as const) {
    const filters = all.map((filter) => ({ ...filter, view, at }) as FindingFilterInput);
    answers.push(
      await time(
        `${who} · ${view}: list`,
        filters.map((filter) => () => api.findings({ ...filter, limit: 100 })),
        names,
      ),
    );
    answers.push(
      await time(
        `${who} · ${view}: facets`,
        filters.map((filter) => () => api.facets(filter)),
        names,
      ),
    );
  }
  const again = <T>(ask: () => Promise<T>) => Array.from({ length: 20 }, () => ask);
  answers.push(
    await time(
      `${who} · orders, newest first`,
      again(() => api.orders({ at })),
      [],
    ),
  );
  answers.push(
    await time(
      `${who} · orders that are open`,
      again(() => api.orders({ at, state: "open" })),
      [],
    ),
  );
  answers.push(
    await time(
      `${who} · units with findings and volume`,
      again(() => api.units({ at })),
      [],
    ),
  );
  answers.push(
    await time(
      `${who} · overview of a month`,
      again(() => api.overview({ at })),
      [],
    ),
  );
  return answers;
}
