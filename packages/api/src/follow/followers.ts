import { z } from "zod";
import { MachineKeySchema, NewMachineKeySchema } from "../keys/keys";
import { words } from "../shared/query";

/** What another system may read. */
export const FOLLOWER_READS = ["findings.read", "cases.read"] as const;

const codes = z.array(words(200).min(1)).min(1).max(200).nullable().default(null);

/** Another system's right to read cases and findings in a scope, and to be told what became of them. */
export const FollowerSchema = MachineKeySchema.omit({ source: true }).extend({
  reads: z.array(z.enum(FOLLOWER_READS)),
  /** What it sees; null: everything. Units stand for all below them. */
  sources: z.array(z.string()).nullable(),
  districts: z.array(z.string()).nullable(),
  units: z.array(z.string()).nullable(),
});

export const FollowersSchema = z.object({ followers: z.array(FollowerSchema) });

export const NewFollowerSchema = NewMachineKeySchema.omit({ source: true }).extend({
  reads: z.array(z.enum(FOLLOWER_READS)).min(1).max(FOLLOWER_READS.length),
  sources: codes,
  districts: codes,
  units: codes,
});

/** The only answer that holds the key itself. */
export const AddedFollowerSchema = z.object({ follower: FollowerSchema, secret: z.string() });

export type Follower = z.infer<typeof FollowerSchema>;
export type FollowerRead = Follower["reads"][number];
export type Followers = z.infer<typeof FollowersSchema>;
export type NewFollower = z.output<typeof NewFollowerSchema>;
export type NewFollowerInput = z.input<typeof NewFollowerSchema>;
export type AddedFollower = z.infer<typeof AddedFollowerSchema>;
