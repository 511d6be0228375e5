import { type Duration, parseDuration } from "./duration";
import type { CountRule, DeadlineRule, Parameters } from "./parameters";

function duration(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed) throw new RangeError(`not a duration: ${text}`);
  return parsed;
}

const counts = (yellow: number | null, orange: number, red: number, within: string | null = null): CountRule => ({
  enabled: true,
  steps: { yellow, orange, red },
  within: within === null ? null : duration(within),
});

const deadlines = (yellow: string, orange: string, red: string, hops: DeadlineRule["hops"] = null): DeadlineRule => ({
  enabled: true,
  steps: { yellow: duration(yellow), orange: duration(orange), red: duration(red) },
  hops,
});

/** The document that holds where nobody wrote another (domain.md: rules, Parameters). */
export const DEFAULT_PARAMETERS: Parameters = {
  rules: {
    "rejected-returns": counts(1, 2, 3),
    "repeated-returns": counts(2, 3, 5),
    "late-return": counts(1, 2, 3, "1wd"),
    "ping-pong": counts(1, 2, 3),
    "shifting-reasons": counts(null, 2, 3),
    "unverified-return": counts(1, 2, 3),
    "wrongful-return": counts(null, 1, 2),
    "belied-return": counts(1, 2, 3),
    "wrong-dispatch": counts(1, 2, 3),
    "repeated-extensions": counts(2, 3, 4),
    "late-extension": counts(null, 1, 2),
    reopened: counts(1, 2, 3),
    "unverified-completion": counts(1, 2, 3),
    "instant-completion": counts(null, 1, 2, "30m"),
    "hollow-progress": counts(5, 8, 12),
    undispatched: deadlines("8wh", "2wd", "5wd"),
    unsigned: deadlines("8wh", "2wd", "3wd"),
    uncontacted: deadlines("1wd", "2wd", "5wd"),
    inaction: deadlines("3wd", "5wd", "10wd"),
    circulation: deadlines("5wd", "10wd", "20wd", { yellow: 3, orange: 4, red: 6 }),
    overdue: deadlines("0h", "3wd", "10wd"),
    "long-open": deadlines("30d", "60d", "90d"),
    "suspension-abuse": deadlines("7d", "14d", "30d"),
    dissatisfied: deadlines("3wd", "5wd", "10wd"),
  },
  sla: {
    table: {
      default: duration("5wd"),
      consult: duration("1wd"),
      complex: duration("15wd"),
      urgent: duration("24h"),
      emergency: duration("2h"),
      rework: duration("3wd"),
    },
    pauseWhenSuspended: false,
  },
  officeHours: [
    [8 * 60 + 30, 12 * 60],
    [14 * 60, 17 * 60 + 30],
  ],
  zone: "Asia/Shanghai",
  calendar: "cn",
  centres: ["centre"],
};
