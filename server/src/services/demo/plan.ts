import { instant } from "@tianyan/core";
import { readSetting, setSetting, type Transaction, writeSetting } from "@tianyan/db";
import { type DemoOptions, type DemoPart, demoParts, demoPresent, MOST_ORDERS } from "@tianyan/seed";
import { z } from "zod";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";

const NAME = "demo_load";

const PlanSchema = z.object({
  orders: z.number().int().min(1),
  seed: z.number().int(),
  until: z.number().int(),
  /** Orders of a part. */
  most: z.number().int().min(1),
  /** Names of the parts that are in. */
  loaded: z.array(z.string()),
  /** Nothing more of it is to be loaded. */
  over: z.boolean(),
});

/** What of the invented county is to be loaded, and what of it is in: kept, so that it goes on where it was cut off. */
export interface DemoPlan {
  readonly options: DemoOptions;
  readonly most: number;
  readonly parts: readonly DemoPart[];
  readonly loaded: ReadonlySet<string>;
}

export interface DemoWanted {
  readonly orders: number;
  readonly seed: number;
  /** Orders of a part, about. */
  readonly most?: number;
}

export const nameOfPart = ({ first, last }: DemoPart): string => `${first}/${last}`;

/** Nothing was ever loaded. */
async function isEmpty({ work }: Services): Promise<boolean> {
  const [row] = await work.sql<{ empty: boolean }[]>`
    select not exists (select from orders) and not exists (select from import_batch) as empty`;
  return row?.empty ?? false;
}

/** What is left to load: of a county that was begun, or, where nothing was ever loaded, of a new one; null: nothing. */
export async function planDemo(services: Services, actor: Actor, wanted: DemoWanted): Promise<DemoPlan | null> {
  const { db, now } = services;
  const { orders, seed, most = MOST_ORDERS } = wanted;
  const begun = PlanSchema.safeParse(await readSetting(db.orm, NAME));
  if (begun.success) {
    const { loaded, over, ...known } = begun.data;
    return over ? null : planOf({ ...known, until: instant(known.until) }, known.most, loaded);
  }
  if (!(await isEmpty(services))) return null;
  const options = { orders, seed, until: demoPresent(now()) };
  const kept = { ...options, most, loaded: [], over: false } satisfies z.input<typeof PlanSchema>;
  await db.sql.begin(async (tx) => {
    await writeSetting(tx, "demo", true);
    await writeSetting(tx, NAME, kept);
    const subject = { type: "setting", id: "demo" };
    await record(tx, actor, { action: "demo.loaded", subject, after: true, outcome: "done" });
  });
  return planOf(options, most, []);
}

const planOf = (options: DemoOptions, most: number, loaded: readonly string[]): DemoPlan => ({
  options,
  most,
  parts: demoParts(options, most),
  loaded: new Set(loaded),
});

const write = (
  tx: Transaction,
  { options: { orders, seed, until }, most }: DemoPlan,
  loaded: readonly string[],
  over: boolean,
): Promise<unknown> =>
  setSetting(tx, NAME, { orders, seed, until, most, loaded: [...loaded], over } satisfies z.input<typeof PlanSchema>);

/** One more part is in: in the transaction that brings it. */
export function keepPart(tx: Transaction, plan: DemoPlan, part: DemoPart): Promise<unknown> {
  const loaded = [...new Set([...plan.loaded, nameOfPart(part)])];
  return write(
    tx,
    plan,
    loaded,
    plan.parts.every((one) => loaded.includes(nameOfPart(one))),
  );
}

/** Somebody stopped it: the rest stays out. */
export const giveUp = ({ db }: Services, plan: DemoPlan): Promise<unknown> =>
  db.sql.begin((tx) => write(tx, plan, [...plan.loaded], true));
