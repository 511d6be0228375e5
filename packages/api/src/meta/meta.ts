import { z } from "zod";
import { InstantSchema } from "../shared/values";

/** What a person may see; null: everything. */
export const ScopeSchema = z.object({
  sources: z.array(z.string()).nullable(),
  districts: z.array(z.string()).nullable(),
  units: z.array(z.string()).nullable(),
});

export const POSTS = ["local"] as const;

export const ActorSchema = z.object({ name: z.string(), post: z.enum(POSTS), scope: ScopeSchema });

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

export type Scope = z.infer<typeof ScopeSchema>;
/** Who acts, in which post and scope: an argument of every service. */
export type Actor = z.infer<typeof ActorSchema>;
export type DemoLoad = z.infer<typeof DemoLoadSchema>;
export type Meta = z.infer<typeof MetaSchema>;
export type Health = z.infer<typeof HealthSchema>;
export type Ready = z.infer<typeof ReadySchema>;
