import {
  ApiError,
  requirePermission,
  type SavedView,
  type SavedViewFields,
  type SavedViews,
  type Visit,
} from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import {
  addSavedView,
  changeSavedView,
  markVisit,
  readOwnView,
  readSavedViews,
  removeSavedView,
  type SavedViewRow,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { isoOrNull } from "../instants";
import type { Services } from "../services";

/** Views belong to an account: the system has none. */
function ownerOf(actor: Actor): { readonly account: string; readonly author: string } {
  requirePermission(actor, "views.write");
  if (actor.account === null) throw new ApiError("permission.denied");
  return { account: actor.account, author: actor.name };
}

const item = ({ id, account, author, name, query, shared, changed_at }: SavedViewRow, own: string): SavedView => ({
  id,
  name,
  query,
  shared,
  by: { id: account, name: author },
  mine: account === own,
  changed_at: isoInstant(instant(changed_at)),
});

const kept = ({ name, shared }: SavedViewFields) => ({ name, shared });

export async function listViews({ db }: Services, actor: Actor): Promise<SavedViews> {
  const { account } = ownerOf(actor);
  return { views: (await readSavedViews(db.sql, account)).map((row) => item(row, account)) };
}

export async function addView({ db, now }: Services, actor: Actor, fields: SavedViewFields): Promise<SavedView> {
  const owner = ownerOf(actor);
  return db.sql.begin(async (tx) => {
    const row = await addSavedView(tx, owner, fields, now());
    if (!row) throw new ApiError("view.name_taken");
    const subject = { type: "view", id: row.id };
    await record(tx, actor, { action: "view.saved", subject, after: kept(fields), outcome: "done" });
    return item(row, owner.account);
  });
}

/** Only the own ones are there to be changed. Throws ApiError. */
export async function changeView(
  { db, now }: Services,
  actor: Actor,
  id: string,
  fields: SavedViewFields,
): Promise<SavedView> {
  const { account } = ownerOf(actor);
  return db.sql.begin(async (tx) => {
    const before = await readOwnView(tx, id, account);
    if (!before) throw new ApiError("view.not_found");
    const row = await changeSavedView(tx, { id, account }, fields, now());
    if (!row) throw new ApiError("view.name_taken");
    const told = { before: kept(before), after: kept(fields) };
    await record(tx, actor, { action: "view.saved", subject: { type: "view", id }, ...told, outcome: "done" });
    return item(row, account);
  });
}

export async function removeView({ db }: Services, actor: Actor, id: string): Promise<void> {
  const { account } = ownerOf(actor);
  await db.sql.begin(async (tx) => {
    const before = await readOwnView(tx, id, account);
    if (!before) throw new ApiError("view.not_found");
    await removeSavedView(tx, id);
    const subject = { type: "view", id };
    await record(tx, actor, { action: "view.removed", subject, before: kept(before), outcome: "done" });
  });
}

/** The person opens the watchlist: since when things are new to them. */
export async function visitWatchlist({ db, now }: Services, actor: Actor): Promise<Visit> {
  const { account } = ownerOf(actor);
  return db.sql.begin(async (tx) => {
    const since = isoOrNull(await markVisit(tx, account, now()));
    const subject = { type: "account", id: account };
    await record(tx, actor, { action: "triage.visited", subject, after: { since }, outcome: "done" });
    return { since };
  });
}
