import { z } from "zod";
import { many, pageOf, words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";
import { FEED_KINDS } from "./kinds";

/** Another system that is told. */
export const WebhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(FEED_KINDS)),
  enabled: z.boolean(),
  author: z.string(),
  created_at: InstantSchema,
  /** Deliveries of it, by how they stand. */
  waiting: z.number().int(),
  sent: z.number().int(),
  dead: z.number().int(),
  last_sent_at: InstantOrNull,
});

export const WebhooksSchema = z.object({
  webhooks: z.array(WebhookSchema),
  /** Hosts that may be called at all, as those who run the server said. */
  hosts: z.array(z.string()),
});

export const WebhookFieldsSchema = z.object({
  name: words(100)
    .transform((text) => text.trim())
    .refine((text) => text !== ""),
  url: words(500).refine((text) => URL.canParse(text)),
  kinds: z.array(z.enum(FEED_KINDS)).min(1).max(FEED_KINDS.length),
  enabled: z.boolean().default(true),
});

/** The only answer that holds the secret by which messages are signed. */
export const AddedWebhookSchema = z.object({ webhook: WebhookSchema, secret: z.string() });

/** `waiting` for its turn or to be tried again; `sent`: it was taken; `dead`: given up after a day. */
export const DELIVERY_STATES = ["waiting", "sent", "dead"] as const;
/** Why a message was not taken. */
export const DELIVERY_FAILURES = ["refused", "redirected", "unreachable", "timed_out", "forbidden", "failed"] as const;

export const DeliverySchema = z.object({
  id: z.string(),
  webhook: z.object({ id: z.string(), name: z.string() }),
  /** Of what it tells, in the feed. */
  seq: z.string(),
  kind: z.enum(FEED_KINDS),
  at: InstantSchema,
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  tried_at: InstantOrNull,
  /** When it is tried again; null: it is not. */
  due_at: InstantOrNull,
  /** HTTP status of the last answer; null: there was none. */
  status: z.number().int().nullable(),
  failure: z.enum(DELIVERY_FAILURES).nullable(),
});

export const DeliveriesQuerySchema = z.object({
  webhook: words(20)
    .regex(/^\d{1,18}$/)
    .optional(),
  state: many(z.enum(DELIVERY_STATES)),
  ...pageOf,
});
/** Newest first. */
export const DeliveriesPageSchema = z.object({ items: z.array(DeliverySchema), next_cursor: z.string().nullable() });

export type Webhook = z.infer<typeof WebhookSchema>;
export type Webhooks = z.infer<typeof WebhooksSchema>;
export type WebhookFields = z.output<typeof WebhookFieldsSchema>;
export type WebhookFieldsInput = z.input<typeof WebhookFieldsSchema>;
export type AddedWebhook = z.infer<typeof AddedWebhookSchema>;
export type Delivery = z.infer<typeof DeliverySchema>;
export type DeliveryState = Delivery["state"];
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];
export type DeliveriesQuery = z.output<typeof DeliveriesQuerySchema>;
export type DeliveriesQueryInput = {
  webhook?: string | undefined;
  state?: string | readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};
export type DeliveriesPage = z.infer<typeof DeliveriesPageSchema>;
