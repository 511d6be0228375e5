import {
  ApiError,
  CASE_FEED_KINDS,
  type FeedPage,
  type FeedQuery,
  FINDING_FEED_KINDS,
  isPermitted,
  permitted,
} from "@tianyan/api";
import { feedBegin, readFeed, readFeedHead } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Services } from "../services";
import { feedEntry } from "./entry";
import { lookAgain, tellFresh } from "./tell";

/** The watchlist is not compared for every question. */
const LOOK_EVERY_MS = 20_000;

/** What became of cases and findings in sight, in the order of its numbers. Throws where that is not kept any more. */
export async function readFeedPage(services: Services, actor: Actor, query: FeedQuery): Promise<FeedPage> {
  const kinds = kindsFor(permitted(actor, "feed.read"), query.kind);
  await lookAgain(services, LOOK_EVERY_MS);
  await tellFresh(services);
  return asActor(services, actor, async ({ db: { sql } }) => {
    const { last: upTo } = await readFeedHead(sql);
    const begin = await feedBegin(services.work.sql);
    const after = query.after ?? begin;
    if (BigInt(after) < BigInt(begin) || BigInt(after) > BigInt(upTo)) throw new ApiError("feed.gone");
    const rows = await readFeed(sql, { after, upTo, kinds }, query.limit + 1);
    const items = rows.slice(0, query.limit).map(feedEntry);
    const more = rows.length > items.length;
    return { items, next: more ? (items.at(-1)?.seq ?? upTo) : upTo, more };
  });
}

/** What the key may read, of what was asked for. */
function kindsFor(actor: Actor, asked: FeedQuery["kind"]): string[] {
  const open: string[] = [
    ...(isPermitted(actor, "findings.read") ? FINDING_FEED_KINDS : []),
    ...(isPermitted(actor, "cases.read") ? CASE_FEED_KINDS : []),
  ];
  return asked.length === 0 ? open : open.filter((kind) => asked.some((one) => one === kind));
}
