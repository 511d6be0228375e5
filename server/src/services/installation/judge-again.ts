import { readSetting, type Words, writeSetting } from "@tianyan/db";
import { SYSTEM_ACTOR } from "../../auth/actor";
import { replayAll } from "../findings/replay";
import type { Services } from "../services";

const NAME = "judge_again";

/** A version of the database that keeps more of each order asks for it once; what was cut off is asked for again. */
export async function judgeAgain(services: Services, say: (words: Words) => void): Promise<void> {
  const { orm } = services.db;
  if ((await readSetting(orm, NAME)) !== true) return;
  say({
    zh: "数据库结构已更新，正在按流转记录重新整理全部工单，件数多时需数分钟……",
    en: "The database was brought up to date; every order is put in order again from its events, which takes minutes where there are many …",
  });
  await replayAll(services, SYSTEM_ACTOR, { dryRun: false });
  await services.db.sql.begin((tx) => writeSetting(tx, NAME, false));
}
