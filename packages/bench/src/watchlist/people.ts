import { type Client, createClient, type Scope } from "@tianyan/api";
import { openDatabase, openPools } from "@tianyan/db";
import { openKeyring } from "../../../../server/src/keys/open-keyring";
import { openKeyStore } from "../../../../server/src/keys/store";
import { systemNow } from "../../../../server/src/start/installation";
import { personIn } from "../../../../server/test/support/person";
import { KEY } from "../import/measure";

/** Somebody who asks the running product. */
export interface Asker {
  readonly who: string;
  readonly api: Client;
}

const SCOPES: readonly { readonly who: string; readonly scope: Partial<Scope> }[] = [
  { who: "whole county", scope: {} },
  { who: "one district", scope: { districts: ["大坪镇"] } },
  // The busiest bureau with the two below it.
  { who: "one bureau and those below", scope: { units: ["zjj"] } },
];

/** Leaders with the whole county, a district and a bureau, each signed in. */
export async function signInPeople(url: string, address: string): Promise<readonly Asker[]> {
  const owner = await openDatabase(url, { connections: 1 });
  const { app, replay } = await openPools(owner);
  try {
    const keys = await openKeyring(owner, openKeyStore(KEY, ""), systemNow());
    const services = { db: app, work: replay, keys, now: systemNow, version: "bench" };
    const askers: Asker[] = [];
    for (const { who, scope } of SCOPES) {
      const { headers } = await personIn(services, "leader", { scope });
      askers.push({
        who,
        api: createClient(address, (input, init) =>
          fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } }),
        ),
      });
    }
    return askers;
  } finally {
    await Promise.all([app.close(), replay.close(), owner.close()]);
  }
}
