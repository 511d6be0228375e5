import {
  currentGeneration,
  forgetFeed,
  forgetTold,
  hasFreshEntries,
  isFollowed,
  lockFeed,
  lookAtFindings,
  numberEntries,
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
  await work.sql.begin(async (tx) => {
    const { looked_at } = await lockFeed(tx);
    if (!(await isFollowed(tx, at))) {
      if (looked_at !== null) await forgetTold(tx);
      return;
    }
    if (looked_at !== null && at - looked_at < everyMs) return;
    await lookAtFindings(tx, await currentGeneration(tx), at, looked_at !== null);
  });
}

/** Forgets what is older than it is kept. */
export async function sweepFeed({ work, now }: Services): Promise<void> {
  await work.sql.begin((tx) => forgetFeed(tx, now() - KEPT_MS));
}
