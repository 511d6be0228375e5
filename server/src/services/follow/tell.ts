import {
  currentGeneration,
  type FeedHead,
  forgetFeed,
  forgetTold,
  hasFreshEntries,
  isFollowed,
  lockFeed,
  lookAtFindings,
  numberEntries,
  type Runner,
  readFeedHead,
} from "@tianyan/db";
import type { Services } from "../services";

/** A message is tried for so long before it is given up. */
export const PATIENCE_MS = 86_400_000;
/** What became of things is kept for so long; whoever was away for longer lists everything again. */
const KEPT_MS = 30 * 86_400_000;
const AT_ONCE = 1_000;

/** Gives what was committed its number, and puts it before the webhooks that want it. */
export async function tellFresh({ work, now }: Services): Promise<void> {
  while (await hasFreshEntries(work.sql)) {
    const numbered = await work.sql.begin(async (tx) => {
      await lockFeed(tx);
      return numberEntries(tx, now(), PATIENCE_MS, AT_ONCE);
    });
    if (numbered === 0) return;
  }
}

/**
 * Writes what became of findings since somebody looked last, if that is longer than `everyMs` ago: by rows that came, by time that passed,
 * by a judgement. From when somebody follows; what stood on the watchlist then is not told.
 */
export async function lookAgain({ work, now }: Services, everyMs: number): Promise<void> {
  const at = now();
  const isDue = async (sql: Runner, { looked_at }: FeedHead): Promise<"look" | "forget" | null> => {
    if (!(await isFollowed(sql, at))) return looked_at === null ? null : "forget";
    return looked_at === null || at - looked_at >= everyMs ? "look" : null;
  };
  // Mostly there is nothing to do: nobody is held up to find that out.
  if ((await isDue(work.sql, await readFeedHead(work.sql))) === null) return;
  await work.sql.begin(async (tx) => {
    const head = await lockFeed(tx);
    const due = await isDue(tx, head);
    if (due === "forget") await forgetTold(tx);
    if (due === "look") await lookAtFindings(tx, await currentGeneration(tx), at, head.looked_at !== null);
  });
}

/** Forgets what is older than it is kept. */
export async function sweepFeed({ work, now }: Services): Promise<void> {
  await work.sql.begin((tx) => forgetFeed(tx, now() - KEPT_MS));
}
