import { type Client, DEEDS, type FindingFacets, type FindingFilterInput, type OrdersQueryInput } from "@tianyan/api";
import { DAY, instant, isoInstant } from "@tianyan/core";
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

const MONTH_AGO = instant(NOW - 30 * DAY);

type Filter = Readonly<Record<string, string>>;

/** One question of a screen, by the filters that it sets. */
interface Question {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
}

const first = (values: readonly { readonly value: string }[]): string => values[0]?.value ?? "";

/** Every combination of the choices, each set or not, by itself and with each turn of the screen. */
const combinations = (choices: Filter, turns: readonly Filter[]): Filter[] => {
  const names = Object.entries(choices);
  return Array.from({ length: 1 << names.length }, (_, set) =>
    Object.fromEntries(names.filter((_name, place) => (set >> place) & 1)),
  ).flatMap((filter) => turns.map((turn) => ({ ...filter, ...turn })));
};

/** One choice of every filter that the screen offers: the most frequent value, which leaves the most rows to look at. */
const ofFindings = (facets: FindingFacets): Filter[] =>
  combinations(
    {
      rule: first(facets.rule),
      level: "yellow",
      unit: first(facets.unit),
      district: first(facets.district),
      category: first(facets.category),
      source: first(facets.source),
      q: "小区",
    },
    [
      {},
      { from: facets.new_since_yesterday.from },
      { red_before: facets.turn_red_this_week.before },
      { exempt: "false" },
    ],
  );

const ofOrders = (facets: FindingFacets): Filter[] =>
  combinations(
    {
      unit: first(facets.unit),
      district: first(facets.district),
      category: first(facets.category),
      source: first(facets.source),
      q: "小区",
    },
    [{}, { state: "open" }, { state: "done" }, { from: isoInstant(MONTH_AGO), to: isoInstant(NOW) }],
  );

const nameOf = (filter: Filter): string => Object.keys(filter).join(" + ") || "no filter";

async function time(what: string, questions: readonly Question[]): Promise<Answers> {
  const taken: number[] = [];
  for (const { ask } of questions.slice(0, 5)) await ask();
  for (const { ask } of questions) {
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
    slowestOf: questions[taken.indexOf(slowest)]?.name ?? "",
  };
}

const PAGES = 60;

/** The pages of one list one after the other: each question needs the answer before. */
async function pages(what: string, page: (cursor: string | undefined) => Promise<{ next_cursor: string | null }>) {
  let cursor: string | null | undefined;
  const turn: Question = {
    name: "",
    ask: async () => {
      const answer = await page(cursor ?? undefined);
      cursor = answer.next_cursor;
    },
  };
  return time(what, Array<Question>(PAGES).fill(turn));
}

const TIMES = 20;
const again = (ask: () => Promise<unknown>): readonly Question[] => Array<Question>(TIMES).fill({ name: "", ask });

async function measureFindings({ api, every }: Asker, at: string): Promise<readonly Answers[]> {
  const filters = ofFindings(await api.facets({ at })).filter((_, place) => place % every === 0);
  const answers: Answers[] = [];
  for (const view of ["watchlist", "all"] as const) {
    const asked = filters.map((filter) => ({
      name: nameOf(filter),
      filter: { ...filter, view, at } as unknown as FindingFilterInput,
    }));
    answers.push(
      await time(
        `${view}: list`,
        asked.map(({ name, filter }) => ({ name, ask: () => api.findings({ ...filter, limit: 100 }) })),
      ),
      await time(
        `${view}: facets`,
        asked.map(({ name, filter }) => ({ name, ask: () => api.facets(filter) })),
      ),
    );
  }
  return [
    ...answers,
    await pages(`all: page after page, ${PAGES} deep`, (cursor) =>
      api.findings({ view: "all", at, limit: 100, cursor }),
    ),
    await pages("all: page after page, with words", (cursor) =>
      api.findings({ view: "all", at, limit: 100, q: "小区", cursor }),
    ),
  ];
}

async function measureOrders({ api, every }: Asker, at: string): Promise<readonly Answers[]> {
  const filters = ofOrders(await api.facets({ at, view: "all" })).filter((_, place) => place % every === 0);
  const questions = filters.map(
    (filter): Question => ({
      name: nameOf(filter),
      ask: () => api.orders({ ...(filter as OrdersQueryInput), at, limit: 100 }),
    }),
  );
  const month = { did_from: isoInstant(MONTH_AGO), did_to: isoInstant(NOW) };
  const deeds = DEEDS.map((did): Question => ({ name: did, ask: () => api.orders({ did, ...month, at, limit: 100 }) }));
  return [
    await time("orders: list", questions),
    await time("orders: what happened to them in a month", [...deeds, ...deeds, ...deeds]),
    await pages(`orders: page after page, ${PAGES} deep`, (cursor) => api.orders({ at, limit: 100, cursor })),
  ];
}

async function measureOthers(api: Client, at: string): Promise<readonly Answers[]> {
  const [row] = (await api.findings({ at })).items;
  return [
    await time(
      "one order",
      again(() => api.order(row?.source ?? "", row?.order_id ?? "", { at })),
    ),
    await time(
      "units with findings and volume",
      again(() => api.units({ at })),
    ),
    await time(
      "overview of a month",
      again(() => api.overview({ at })),
    ),
    await time(
      "sources",
      again(() => api.sources()),
    ),
    await time(
      "sources: monthly volumes",
      again(() => api.volumes()),
    ),
    await time(
      "registry: units",
      again(() => api.registeredUnits()),
    ),
    await time(
      "registry: categories",
      again(() => api.categories()),
    ),
    await time(
      "registry: competence",
      again(() => api.competence()),
    ),
    await time(
      "rules",
      again(() => api.rules()),
    ),
  ];
}

/** Times the answers that somebody gets, one after the other, from the request to the parsed body. */
export async function measureAnswers(asker: Asker): Promise<readonly Answers[]> {
  const at = isoInstant(NOW);
  const all = [
    ...(await measureFindings(asker, at)),
    ...(await measureOrders(asker, at)),
    ...(await measureOthers(asker.api, at)),
  ];
  return all.map((answers) => ({ ...answers, what: `${asker.who} · ${answers.what}` }));
}
