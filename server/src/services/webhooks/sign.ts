import { createHmac, randomBytes } from "node:crypto";

/** Tells people, and libraries of receivers, what it is. */
const MARK = "whsec_";

/** 256 random bits. */
export const newWebhookSecret = (): Buffer => randomBytes(32);

/** As it is handed over. */
export const secretText = (secret: Buffer): string => `${MARK}${secret.toString("base64")}`;

export interface Message {
  /** The same each time that it is sent: whoever had it already may leave it. */
  readonly id: string;
  /** Seconds since 1970, of this attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/** Headers by which a receiver knows that a message is ours, whole and new: HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks). */
export function signed(secret: Buffer, { id, timestamp, body }: Message): Readonly<Record<string, string>> {
  const seal = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": `v1,${seal}` };
}
