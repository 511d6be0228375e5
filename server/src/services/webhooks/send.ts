import type { DeliveryFailure } from "@tianyan/api";
import { type DueDelivery, endAttempt, type SendingWebhook, takeDue, webhooksWithDue } from "@tianyan/db";
import { createGuardedFetch, hostOf, OutgoingDenied, type OutgoingRules } from "../../outgoing/guarded-fetch";
import type { Desk } from "../desk";
import { feedEntry } from "../follow/entry";
import type { Services } from "../services";
import { triedAgainAt } from "./again";
import { signed } from "./sign";
import { boundToWebhook } from "./webhooks";

/** Longer than an attempt takes: whoever holds a message for so long was killed. */
const HELD_MS = 60_000;
/** Of one webhook before others have their turn. */
const AT_ONCE = 100;

/** Sends what is due, each webhook by itself: one that hangs holds up no other. */
export async function sendDue(services: Services, desk: Desk, signal?: AbortSignal): Promise<void> {
  const webhooks = await webhooksWithDue(services.work.sql, services.now());
  await Promise.all(webhooks.map((webhook) => sendTo(services, desk, webhook, signal)));
}

/** Oldest first, until one is not taken: the next turn goes on with the others. */
async function sendTo(services: Services, desk: Desk, webhook: SendingWebhook, signal?: AbortSignal): Promise<void> {
  const { work, now } = services;
  for (let sent = 0; sent < AT_ONCE && !signal?.aborted; sent++) {
    const at = now();
    const due = await takeDue(work.sql, webhook.id, at, at + HELD_MS);
    if (!due) return;
    const answer = await attempt(services, desk, webhook, due, signal);
    const again = answer.failure === null ? null : triedAgainAt(due.attempts, now(), due.give_up_at);
    const state = answer.failure === null ? "sent" : again === null ? "dead" : "waiting";
    await endAttempt(work.sql, due, { ...answer, state, dueAt: again ?? at });
    if (answer.failure !== null) return;
  }
}

interface Answer {
  readonly status: number | null;
  /** Null: it was taken. */
  readonly failure: DeliveryFailure | null;
}

async function attempt(
  { keys, now }: Services,
  { outgoing }: Desk,
  { id, url, key_id: keyId, sealed }: SendingWebhook,
  due: DueDelivery,
  signal?: AbortSignal,
): Promise<Answer> {
  const secret = keys.unwrap({ keyId, sealed }, boundToWebhook(id));
  const body = JSON.stringify(feedEntry(due));
  const seal = signed(secret, { id: due.seq, timestamp: Math.floor(now() / 1000), body });
  const headers = { "content-type": "application/json", "user-agent": "tianyan", ...seal };
  try {
    const call = callTo(outgoing, new URL(url));
    const { status } = await call(url, { method: "POST", headers, body, signal: signal ?? null });
    if (status >= 200 && status < 300) return { status, failure: null };
    return { status, failure: status >= 300 && status < 400 ? "redirected" : "refused" };
  } catch (error) {
    return { status: null, failure: failureOf(error) };
  }
}

/** By the hosts that are allowed now, whatever was allowed when the webhook was added. */
function callTo(rules: OutgoingRules, url: URL): ReturnType<typeof createGuardedFetch> {
  if (!rules.allowHosts.includes(hostOf(url))) throw new OutgoingDenied(`${url.hostname} is not allowed`);
  return createGuardedFetch({ mostBytes: 65_536, ...rules });
}

function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof OutgoingDenied) return "forbidden";
  const { name, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : { name: "", code: undefined };
  if (name === "TimeoutError" || name === "AbortError" || code === "ABORT_ERR") return "timed_out";
  return code === undefined ? "failed" : "unreachable";
}
