import { expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../src/auth/actor";
import { asActor } from "../src/auth/as-actor";
import { countyOfTest } from "./support/county";

test("a question of a person ends in the database too when nobody waits any longer; the system's own takes its time", async () => {
  const { services } = await countyOfTest();
  const patience = (post: "leader" | "system") =>
    asActor(services, { ...SYSTEM_ACTOR, post }, async ({ db }) => (await db.sql`show statement_timeout`)[0]);
  expect(await patience("leader")).toEqual({ statement_timeout: "115s" });
  expect(await patience("system")).toEqual({ statement_timeout: "0" });
  const [after] = await services.db.sql`show statement_timeout`;
  expect(after).toEqual({ statement_timeout: "0" });
});
