import { z } from "zod";
import { POSTS } from "../accounts/posts";
import { ScopeSchema } from "../accounts/scope";
import { InstantOrNull, InstantSchema } from "../shared/values";

/** Who acts: a person in one of their posts. */
export const ActorSchema = z.object({
  /** Id of the account. */
  account: z.string().nullable(),
  name: z.string(),
  /** `system`: the machine itself, which no screen ever meets. */
  post: z.enum([...POSTS, "system", "machine", "follower", "nobody"]),
  scope: ScopeSchema,
  /** The post acted in, and those to switch to. */
  appointment: z.string().nullable(),
  appointments: z.array(z.object({ id: z.string(), post: z.enum(POSTS), scope: ScopeSchema })),
  /** What this post may ask for. */
  permissions: z.array(z.string()),
  factor: z.object({ enrolled: z.boolean(), /** Of this session; null: none given. */ at: InstantOrNull }),
});

export const DemoLoadSchema = z.object({
  /** Of the whole county. */
  orders: z.number().int(),
  /** About so many of them are in, or on their way. */
  loaded: z.number().int(),
  /** So many of them are in: this is what screens show. */
  shown: z.number().int(),
  /** 0 to 1. */
  share: z.number(),
  /** Null: too early to say. */
  seconds_left: z.number().int().nullable(),
});

export const MetaSchema = z.object({
  version: z.string(),
  now: InstantSchema,
  zone: z.string(),
  actor: ActorSchema,
  /** Occurrences stay on the watchlist this many days after their latest step. */
  watch_days: z.number().int(),
  /** The data are the invented county. */
  demo: z.boolean(),
  /** While that is being loaded: what screens show is not all yet. */
  demo_load: DemoLoadSchema.nullable(),
});

export const HealthSchema = z.object({ status: z.literal("ok") });
export const ReadySchema = z.object({ status: z.literal("ready"), schema: z.number().int() });

export type MetaActor = z.infer<typeof ActorSchema>;
export type DemoLoad = z.infer<typeof DemoLoadSchema>;
export type Meta = z.infer<typeof MetaSchema>;
export type Health = z.infer<typeof HealthSchema>;
export type Ready = z.infer<typeof ReadySchema>;
