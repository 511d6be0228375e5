import { type Condition, type Instant, instant } from "@tianyan/core";
import { currentGeneration, numbersOfOrders, type OrderCriteria, ownOfOrders } from "@tianyan/db";
import { asActor, type Onlooker, type Reading } from "../../auth/as-actor";
import type { Services } from "../services";
import { askedByOneself, ownCriteria } from "./own";

/** So many can be watched day by day; what matches more is a view. */
export const MOST_MATCHES = 5_000;

/** Orders in sight that a condition matches at T. */
export async function matchCriteria(reading: Reading, condition: Condition, at: Instant): Promise<OrderCriteria> {
  const own = await ownCriteria(reading, condition, at);
  return {
    generation: await currentGeneration(reading.db.sql),
    at,
    scope: reading.scope,
    sources: [],
    districts: [],
    categories: [],
    units: [],
    state: null,
    from: null,
    to: null,
    text: null,
    own: (sql) => ownOfOrders(sql, own),
    deed: null,
  };
}

/** The numbers of the orders that match now; one more than can be watched where there are more. */
export const matchingNumbers = (
  services: Services,
  onlooker: Onlooker,
  condition: Condition,
): Promise<readonly string[]> =>
  askedByOneself(condition, () =>
    asActor(services, onlooker, async (reading) => {
      const criteria = await matchCriteria(reading, condition, instant(reading.now()));
      return numbersOfOrders(reading.db.sql, criteria, MOST_MATCHES + 1);
    }),
  );
