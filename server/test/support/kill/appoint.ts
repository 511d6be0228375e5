import { prepare } from "../../../src/services/installation/prepare";
import { systemNow } from "../../../src/start/installation";
import { openServices } from "../county";
import { personIn } from "../person";
import type { Cluster } from "./cluster";

/** By which requests are somebody's. */
export type Headers = Readonly<Record<string, string>>;

/** A new database in our version with nobody in it but a data steward, signed in: whatever is copied from it has them too. */
export async function createWithSteward(cluster: Cluster, database: string): Promise<Headers> {
  await cluster.create(database);
  return cluster.within(database, async (owner) => {
    const now = systemNow();
    await prepare(owner, now);
    const { services, close } = await openServices(owner, now);
    try {
      return (await personIn(services, "data_steward", { login: "steward" })).headers;
    } finally {
      await close();
    }
  });
}
