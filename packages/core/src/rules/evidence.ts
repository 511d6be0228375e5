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

/** In Chinese, a name that begins or ends in Latin letters or figures is set apart by a blank. */
const apart = (name: string): string => name.replace(/^[A-Za-z0-9]/, " $&").replace(/[A-Za-z0-9]$/, "$& ");

/** Takes away the blanks that stand beside punctuation, at the ends, or twice. */
const tidied = (sentence: string): string =>
  sentence
    .replace(/ +/g, " ")
    .replace(/([，、：（]) /g, "$1")
    .replace(/ ([，、：）])/g, "$1")
    .trim();

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The evidence of a finding in one sentence that a stranger understands. */
export function evidence(finding: Finding, setting: EvidenceSetting): string {
  const { language, at, unitName } = setting;
  const { measure, clearedAt } = finding;
  const nameOf = (code: string): string => (language === "zh" ? apart(unitName(code)) : unitName(code));
  const from = beginning(finding) ?? at;
  const cleared = clearedAt !== null && clearedAt <= at;
  const to = cleared ? clearedAt : at;
  const facts: Evidence = {
    finding,
    units: finding.units.map(({ unit }) => nameOf(unit)).join(language === "zh" ? "、" : ", "),
    count: Number(measure.count ?? 0),
    held: span(setting, from, to),
    days: Math.max(0, Math.floor((to - from) / DAY)),
    cleared,
    figure: (name) => Number(measure[name] ?? 0),
    word: (name) => String(measure[name] ?? ""),
    list: (name) => (Array.isArray(measure[name]) ? (measure[name] as readonly string[]) : []),
    unitName: nameOf,
  };
  const sentence = RULE_TEXTS[finding.rule].sentence[language](facts);
  return language === "zh" ? tidied(sentence) : capitalised(sentence);
}
