import {
  ApiError,
  type Digest,
  type DigestLine,
  DigestPartSchema,
  type Digests,
  requirePermission,
} from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { type DigestRow, readDigest, readDigests, seeDigest } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { record } from "../audit/record";
import { isoOrNull } from "../instants";
import type { Services } from "../services";

/** So many are listed; older ones stay, and are asked for by their date. */
const MOST_LISTED = 60;

/** Digests belong to an account: the system has none. */
export function digestOwner(actor: Actor): string {
  requirePermission(actor, "digests.read");
  if (actor.account === null) throw new ApiError("permission.denied");
  return actor.account;
}

/** The database shows a person their own digests alone: it is told whose eyes it is read with. */
const asOwner = <T>(services: Services, actor: Actor, read: (reading: Reading) => Promise<T>): Promise<T> =>
  asActor(services, actor, async (reading) => {
    await reading.db.sql`select set_config('tianyan.account', ${reading.account ?? ""}, true)`;
    return read(reading);
  });

const line = ({ date, made_at, seen_at, things, mailed_at }: DigestRow): DigestLine => ({
  date,
  made_at: isoInstant(instant(made_at)),
  seen_at: isoOrNull(seen_at),
  things,
  mailed_at: isoOrNull(mailed_at),
});

export async function listDigests(services: Services, actor: Actor): Promise<Digests> {
  const account = digestOwner(actor);
  const rows = await asOwner(services, actor, ({ db }) => readDigests(db.sql, account, MOST_LISTED));
  return { items: rows.map(line) };
}

async function ownDigest(services: Services, actor: Actor, date: string): Promise<DigestRow> {
  const account = digestOwner(actor);
  const row = await asOwner(services, actor, ({ db }) => readDigest(db.sql, account, date));
  if (!row) throw new ApiError("digest.not_found");
  return row;
}

/** As it was made. */
export function digestOf(row: DigestRow): Digest {
  const { date, made_at, seen_at } = line(row);
  const parts = DigestPartSchema.array().parse(row.parts);
  return { date, made_at, since: isoInstant(instant(row.since)), seen_at, parts };
}

export const readOwnDigest = async (services: Services, actor: Actor, date: string): Promise<Digest> =>
  digestOf(await ownDigest(services, actor, date));

/** The person opened it; a second time changes nothing, and leaves no second line. */
export async function seeOwnDigest(services: Services, actor: Actor, date: string): Promise<DigestLine> {
  const { account } = await ownDigest(services, actor, date);
  await services.work.sql.begin(async (tx) => {
    if (!(await seeDigest(tx, account, date, services.now()))) return;
    const subject = { type: "digest", id: `${account}/${date}` };
    await record(tx, actor, { action: "digest.seen", subject, outcome: "done" });
  });
  return line(await ownDigest(services, actor, date));
}
