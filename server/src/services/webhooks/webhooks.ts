import {
  type AddedWebhook,
  ApiError,
  requirePermission,
  type Webhook,
  type WebhookFields,
  type Webhooks,
} from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import {
  type CountedWebhook,
  currentPersonalKey,
  endWebhookRow,
  insertWebhook,
  lockWebhook,
  nextWebhookId,
  type Runner,
  readWebhooks,
  updateWebhook,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { hostOf } from "../../outgoing/guarded-fetch";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { isoOrNull } from "../instants";
import type { Services } from "../services";
import { newWebhookSecret, secretText } from "./sign";

/** For whom a secret is encrypted. */
export const boundToWebhook = (webhook: string): string => `webhook ${webhook}`;

export async function listWebhooks({ db }: Services, desk: Desk, actor: Actor): Promise<Webhooks> {
  requirePermission(actor, "following.read");
  return { webhooks: (await readWebhooks(db.sql)).map(itemOf), hosts: [...desk.outgoing.allowHosts] };
}

/** Has another system told from now on. The secret by which messages are signed is in the answer, and nowhere else in the clear. */
export async function addWebhook(
  { db, keys, now }: Services,
  desk: Desk,
  actor: Actor,
  given: WebhookFields,
): Promise<AddedWebhook> {
  requirePermission(actor, "following.write");
  requireAllowed(desk, given.url);
  const secret = newWebhookSecret();
  return db.sql.begin(async (tx) => {
    const id = await nextWebhookId(tx);
    keys.follow((await currentPersonalKey(tx)) ?? keys.current);
    const wrapped = keys.wrap(secret, boundToWebhook(id));
    await insertWebhook(tx, { id, ...given, ...wrapped, author: actor.name }, now());
    await record(tx, actor, {
      action: "webhook.added",
      subject: { type: "webhook", id },
      after: given,
      outcome: "done",
    });
    return { webhook: await itemNow(tx, id), secret: secretText(secret) };
  });
}

/** What is on its way goes to the new address; what it does not want any more, but was put before it, still comes. */
export async function changeWebhook(
  { db }: Services,
  desk: Desk,
  actor: Actor,
  id: string,
  given: WebhookFields,
): Promise<Webhook> {
  requirePermission(actor, "following.write");
  requireAllowed(desk, given.url);
  return db.sql.begin(async (tx) => {
    const known = await lockWebhook(tx, id);
    if (!known) throw new ApiError("webhook.not_found");
    await updateWebhook(tx, id, given);
    const { name, url, kinds, enabled } = known;
    await record(tx, actor, {
      action: "webhook.changed",
      subject: { type: "webhook", id },
      before: { name, url, kinds, enabled },
      after: given,
      outcome: "done",
    });
    return itemNow(tx, id);
  });
}

/** Ends it for good: nothing that waits is sent. Answers it as it was. */
export async function endWebhook({ db, now }: Services, actor: Actor, id: string): Promise<Webhook> {
  requirePermission(actor, "following.write");
  return db.sql.begin(async (tx) => {
    const known = await lockWebhook(tx, id);
    if (!known) throw new ApiError("webhook.not_found");
    const item = await itemNow(tx, id);
    await endWebhookRow(tx, id, actor.name, now());
    const before = { name: known.name, url: known.url };
    await record(tx, actor, { action: "webhook.ended", subject: { type: "webhook", id }, before, outcome: "done" });
    return item;
  });
}

/** Only to hosts that those who run the server named: nobody at a screen sends the county's cases elsewhere. */
function requireAllowed({ outgoing }: Desk, address: string): void {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new ApiError("webhook.address");
  if (!outgoing.allowHosts.includes(hostOf(url))) throw new ApiError("webhook.host_not_allowed");
}

async function itemNow(sql: Runner, id: string): Promise<Webhook> {
  const [row] = await readWebhooks(sql, id);
  if (!row) throw new ApiError("webhook.not_found");
  return itemOf(row);
}

const itemOf = ({ kinds, created_at, last_sent_at, ...row }: CountedWebhook): Webhook => ({
  ...row,
  kinds: [...kinds] as Webhook["kinds"],
  created_at: isoInstant(instant(created_at)),
  last_sent_at: isoOrNull(last_sent_at),
});
