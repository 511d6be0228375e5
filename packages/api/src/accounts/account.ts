import { z } from "zod";
import { askedInstant, many, words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";
import { AccountKindSchema, PostSchema } from "./posts";
import { ScopeSchema } from "./scope";

/** A number of the database, in decimal. */
export const AccountIdSchema = z.string().regex(/^\d{1,18}$/);
const named = words(100)
  .transform((text) => text.trim())
  .refine((text) => text !== "");
const codes = z.array(words(200).min(1)).min(1).max(200).nullable();

export const LoginSchema = words(64).regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u);

export const AppointmentSchema = z.object({
  id: z.string(),
  post: PostSchema,
  scope: ScopeSchema,
  starts_at: InstantSchema,
  /** Null: until further notice. */
  ends_at: InstantOrNull,
  in_force: z.boolean(),
  /** Who appointed. */
  author: z.string(),
});

/** `invited`: has neither signed in nor a password yet. */
export const ACCOUNT_STATES = ["invited", "active", "locked", "disabled"] as const;

export const AccountSchema = z.object({
  id: z.string(),
  /** What is typed to sign in. */
  login: z.string(),
  name: z.string(),
  kind: AccountKindSchema,
  /** The person's own unit, whose cases are out of their sight. */
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  state: z.enum(ACCOUNT_STATES),
  locked_until: InstantOrNull,
  /** An invented person of the demonstration: signs in by link alone. */
  demo: z.boolean(),
  factor: z.object({ enrolled: z.boolean(), required: z.boolean() }),
  password_changed_at: InstantOrNull,
  created_at: InstantSchema,
  author: z.string(),
  last_signed_in_at: InstantOrNull,
  /** Sessions open now. */
  sessions: z.number().int(),
  /** Newest first; those that ended too. */
  appointments: z.array(AppointmentSchema),
});

export const AccountsSchema = z.object({ accounts: z.array(AccountSchema) });

export const AccountsQuerySchema = z.object({
  /** Part of name or login. */
  q: words().optional(),
  post: many(PostSchema),
  state: many(z.enum(ACCOUNT_STATES)),
});

export const ScopeInputSchema = z.object({
  sources: codes.default(null),
  districts: codes.default(null),
  units: codes.default(null),
});

export const NewAppointmentSchema = z.object({
  post: PostSchema,
  /** Left out: everything. A unit contact's has exactly one unit. */
  scope: ScopeInputSchema.default({ sources: null, districts: null, units: null }),
  starts_at: askedInstant().optional(),
  ends_at: askedInstant().nullable().default(null),
});

export const AppointmentFieldsSchema = z.object({
  scope: ScopeInputSchema,
  ends_at: askedInstant().nullable().default(null),
});

export const NewAccountSchema = z.object({
  login: LoginSchema,
  name: named,
  unit: words(200).min(1).nullable().default(null),
  /** All of one kind of account; more can be added later. */
  appointments: z.array(NewAppointmentSchema).min(1).max(20),
});

export const AccountFieldsSchema = z.object({ name: named, unit: words(200).min(1).nullable() });

/** A link that lets one person in, once. Shown only here. */
export const LinkSchema = z.object({
  /** To be put behind the address of this installation: `/enter#…`. */
  path: z.string(),
  expires_at: InstantSchema,
});

export const InvitedAccountSchema = z.object({ account: AccountSchema, link: LinkSchema });

export const AccountParamsSchema = z.object({ id: AccountIdSchema });
export const AppointmentParamsSchema = z.object({ id: AccountIdSchema, appointment: AccountIdSchema });
export const AccountSessionParamsSchema = z.object({ id: AccountIdSchema, session: AccountIdSchema });

/** Of what a scope can be made. */
export const ScopeChoicesSchema = z.object({
  sources: z.array(z.object({ code: z.string(), name: z.string() })),
  districts: z.array(z.string()),
  units: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string() })),
});

export type Appointment = z.infer<typeof AppointmentSchema>;
export type Account = z.infer<typeof AccountSchema>;
export type AccountState = Account["state"];
export type Accounts = z.infer<typeof AccountsSchema>;
export type AccountsQuery = z.output<typeof AccountsQuerySchema>;
export type AccountsQueryInput = {
  q?: string | undefined;
  post?: string | readonly string[] | undefined;
  state?: string | readonly string[] | undefined;
};
export type NewAppointment = z.output<typeof NewAppointmentSchema>;
export type NewAppointmentInput = z.input<typeof NewAppointmentSchema>;
export type AppointmentFields = z.output<typeof AppointmentFieldsSchema>;
export type AppointmentFieldsInput = z.input<typeof AppointmentFieldsSchema>;
export type NewAccount = z.output<typeof NewAccountSchema>;
export type NewAccountInput = z.input<typeof NewAccountSchema>;
export type AccountFields = z.output<typeof AccountFieldsSchema>;
export type AccountFieldsInput = z.input<typeof AccountFieldsSchema>;
export type Link = z.infer<typeof LinkSchema>;
export type InvitedAccount = z.infer<typeof InvitedAccountSchema>;
export type ScopeChoices = z.infer<typeof ScopeChoicesSchema>;
