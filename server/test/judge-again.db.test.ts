import { readSetting, writeSetting } from "@tianyan/db";
import { expect, test } from "vitest";
import { checkFindings } from "../src/services/findings/check";
import { judgeAgain } from "../src/services/installation/judge-again";
import { ACTOR, countyOfTest } from "./support/county";
import { STORIES, tablesOf } from "./support/stories";

test("a database from before something of each order was kept gets it once, when it is opened", async () => {
  const county = await countyOfTest();
  const { services } = county;
  await county.load(STORIES.flatMap(tablesOf));
  const { sql } = county.owner;
  const verdicts = await sql`select * from verdict order by source, order_id, ordinal`;
  expect(verdicts.length).toBeGreaterThan(5);
  await sql`delete from verdict`;
  await sql`update leg set spell = 0, again = false`;
  await sql.begin((tx) => writeSetting(tx, "judge_again", true));
  expect((await checkFindings(services, ACTOR)).differences.orders).toBeGreaterThan(0);

  const said: string[] = [];
  await judgeAgain(services, ({ en }) => said.push(en));
  expect(said).toEqual([expect.stringContaining("every order is put in order again")]);
  expect(await sql`select * from verdict order by source, order_id, ordinal`).toEqual(verdicts);
  await county.check();
  expect(await readSetting(county.owner.orm, "judge_again")).toBe(false);
  await judgeAgain(services, ({ en }) => said.push(en));
  expect(said).toHaveLength(1);
});
