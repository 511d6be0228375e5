import { z } from "zod";

const setting = (least: number, most: number) => z.number().int().min(least).max(most);

/** Rules of signing in; the defaults are those of 等保 level 3, and each is a setting. */
export const PolicySchema = z.object({
  /** Minutes without a request after which a session ends. */
  idle_minutes: setting(1, 1_440),
  /** Hours after signing in, whatever happens. */
  absolute_hours: setting(1, 168),
  /** Wrong passwords or codes in a row after which an account is locked, and for how long. */
  lockout_failures: setting(3, 100),
  lockout_minutes: setting(1, 10_080),
  /** Failures of one address, whatever the account, within so many minutes. */
  address_failures: setting(5, 10_000),
  address_minutes: setting(1, 1_440),
  password_length: setting(8, 128),
  /** Of: small letters, capitals, digits, all else. */
  password_classes: setting(1, 4),
  /** How many earlier passwords may not come back. */
  password_history: setting(0, 24),
  /** Age in days after which a new one is asked for; 0: never. */
  password_days: setting(0, 3_650),
  /** For how long an invitation can be used. */
  link_hours: setting(1, 720),
  /** How recent a second factor must be where one is asked for again. */
  factor_minutes: setting(1, 480),
});

export type Policy = z.infer<typeof PolicySchema>;

export const DEFAULT_POLICY: Policy = {
  idle_minutes: 15,
  absolute_hours: 8,
  lockout_failures: 5,
  lockout_minutes: 30,
  address_failures: 30,
  address_minutes: 10,
  password_length: 10,
  password_classes: 3,
  password_history: 5,
  password_days: 90,
  link_hours: 72,
  factor_minutes: 10,
};
