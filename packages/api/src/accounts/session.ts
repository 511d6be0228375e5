import { z } from "zod";
import { words } from "../shared/query";
import { InstantOrNull, InstantSchema, TextSchema } from "../shared/values";
import { AccountIdSchema } from "./account";
import { PolicySchema } from "./policy";
import { PostSchema } from "./posts";

/**
 * What is to be done next: `sign_in` nobody is signed in; `factor` the code of the second factor is asked for; `enrol` a second factor must be
 * set up first; `password` a password must be chosen first; `open` everything may be asked for.
 */
export const SESSION_STEPS = ["sign_in", "factor", "enrol", "password", "open"] as const;

export const SessionStateSchema = z.object({
  step: z.enum(SESSION_STEPS),
  name: z.string().nullable(),
  /** When it ends if nothing is asked, and at the latest. */
  idle_until: InstantOrNull,
  expires_at: InstantOrNull,
  factor: z.object({ enrolled: z.boolean(), /** Of this session. */ at: InstantOrNull }),
  /** What a password must be. */
  password: PolicySchema.pick({
    password_length: true,
    password_classes: true,
    password_history: true,
    password_days: true,
  }),
  /** A password of one's own, and not links or a single sign-on alone. */
  has_password: z.boolean(),
  /** Name of the government's single sign-on, where there is one: it begins at `/api/session/oidc`. */
  single_sign_on: TextSchema.nullable(),
  /** The people here are invented, and sign in by the links that the start prints. */
  demo: z.boolean(),
});

const secret = () => words(512).min(1);

export const PasswordSignInSchema = z.object({ login: words(64).min(1), password: secret() });
export const LinkSignInSchema = z.object({ token: secret() });
/** Six digits; spaces between them are overlooked. */
export const FactorCodeSchema = z.object({
  code: words(20)
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/)),
});
export const SwitchAppointmentSchema = z.object({ appointment: AccountIdSchema });
/** `current` is left out only where a link let the person in to choose one. */
export const ChangePasswordSchema = z.object({ current: secret().optional(), password: secret() });

/** For the person's own device: shown once, and asked for a code before it counts. */
export const FactorEnrolmentSchema = z.object({
  /** Base32, to be typed. */
  secret: z.string(),
  /** `otpauth://totp/…`, to be shown as a QR code. */
  uri: z.string(),
});

export const SignInMethodSchema = z.enum(["password", "link", "oidc"]);

export const SessionSchema = z.object({
  id: z.string(),
  account: z.object({ id: z.string(), login: z.string(), name: z.string() }),
  /** The one that asks. */
  current: z.boolean(),
  method: SignInMethodSchema,
  post: PostSchema.nullable(),
  address: z.string(),
  /** Browser and system, as it says of itself. */
  agent: z.string(),
  created_at: InstantSchema,
  last_seen_at: InstantSchema,
  idle_until: InstantSchema,
  expires_at: InstantSchema,
  factor_at: InstantOrNull,
});

export const SessionsSchema = z.object({ sessions: z.array(SessionSchema) });
export const SessionParamsSchema = z.object({ id: AccountIdSchema });

export type SessionStep = (typeof SESSION_STEPS)[number];
export type SessionState = z.infer<typeof SessionStateSchema>;
export type SignInMethod = z.infer<typeof SignInMethodSchema>;
export type PasswordSignIn = z.output<typeof PasswordSignInSchema>;
export type ChangePassword = z.output<typeof ChangePasswordSchema>;
export type FactorEnrolment = z.infer<typeof FactorEnrolmentSchema>;
export type Session = z.infer<typeof SessionSchema>;
export type Sessions = z.infer<typeof SessionsSchema>;
