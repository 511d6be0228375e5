import type { Clock } from "../calendar/clock";
import { DAY, HOUR, type Instant, instant } from "../instant";
import { type Finding, firstStep } from "./finding";
import type { RuleId } from "./ids";
import type { Evidence, Language, RuleText } from "./text";
import { CONDITION_TEXTS } from "./texts-condition";
import { OCCURRENCE_TEXTS } from "./texts-occurrence";

export const RULE_TEXTS: Readonly<Record<RuleId, RuleText>> = { ...OCCURRENCE_TEXTS, ...CONDITION_TEXTS };

export interface EvidenceSetting {
  readonly language: Language;
  /** The instant as of which the sentence speaks. */
  readonly at: Instant;
  readonly clock: Clock;
  readonly unitName: (code: string) => string;
}

/** Working days from one instant to another; hours where they are on the same or the next working day. */
function span(setting: EvidenceSetting, from: Instant, to: Instant): string {
  const { language, clock } = setting;
  const days = clock.workingDaysBetween(from, to);
  if (days >= 1) return language === "zh" ? ` ${days} 个工作日` : `${days} working day${days === 1 ? "" : "s"}`;
  const hours = Math.max(0, Math.floor((to - from) / HOUR));
  if (hours < 1) return language === "zh" ? "不足 1 小时" : "less than an hour";
  return language === "zh" ? ` ${hours} 小时` : `${hours} hour${hours === 1 ? "" : "s"}`;
}

/** Where the condition began: days after a due instant are counted from the date of the last millisecond before it. */
function beginning({ measure, steps }: Finding): Instant | null {
  if (typeof measure.since === "string") return instant(Date.parse(measure.since));
  if (typeof measure.due_at === "string") return instant(Date.parse(measure.due_at) - 1);
  return firstStep(steps);
}

/** Chinese is set apart from Latin letters and figures by a blank: here, where a name that ends in them is followed. */
const apart = (names: string): string => names.replace(/[A-Za-z0-9]$/, "$& ");

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The evidence of a finding in one sentence that a stranger understands. */
export function evidence(finding: Finding, setting: EvidenceSetting): string {
  const { language, at, unitName } = setting;
  const { measure, clearedAt } = finding;
  const names = finding.units.map(({ unit }) => unitName(unit));
  const from = beginning(finding) ?? at;
  const cleared = clearedAt !== null && clearedAt <= at;
  const to = cleared ? clearedAt : at;
  const facts: Evidence = {
    finding,
    units: language === "zh" ? apart(names.join("、")) : names.join(", "),
    count: Number(measure.count ?? 0),
    held: span(setting, from, to),
    days: Math.max(0, Math.floor((to - from) / DAY)),
    cleared,
    figure: (name) => Number(measure[name] ?? 0),
    word: (name) => String(measure[name] ?? ""),
    list: (name) => (Array.isArray(measure[name]) ? (measure[name] as readonly string[]) : []),
    unitName,
  };
  const sentence = RULE_TEXTS[finding.rule].sentence[language](facts);
  return language === "zh" ? sentence.replace(/([，、：（]) /g, "$1").trim() : capitalised(sentence);
}
