import { RULE_TEXTS } from "../rules/evidence";
import type { Level } from "../rules/finding";
import type { Bilingual, Language } from "../rules/text";
import type { TriageStatus } from "../triage/decision";
import {
  type Condition,
  type Counted,
  type FindingAsked,
  isGroup,
  type Leaf,
  type LegAsked,
  type Range,
} from "./condition";

export interface QueryWords {
  readonly language: Language;
  readonly unitName: (code: string) => string;
  readonly sourceName: (code: string) => string;
  /** The local date of an instant. */
  readonly dateOf: (iso: string) => string;
}

export const COUNTED_TEXTS: Readonly<Record<Counted, Bilingual>> = {
  legs: { zh: "经手次数", en: "times it was with a unit" },
  transfers: { zh: "转办次数", en: "hand-offs" },
  returns: { zh: "申请退单次数", en: "returns asked for" },
  rejected_returns: { zh: "退单被驳回次数", en: "returns rejected" },
  extensions: { zh: "申请延期次数", en: "extensions asked for" },
  reopenings: { zh: "重办次数", en: "reopenings" },
};

/** Words of what is chosen from a list. */
export const CHOICE_TEXTS = {
  urgency: {
    normal: { zh: "一般", en: "normal" },
    urgent: { zh: "紧急", en: "urgent" },
    emergency: { zh: "特急", en: "emergency" },
  },
  rating: {
    satisfied: { zh: "满意", en: "satisfied" },
    basically_satisfied: { zh: "基本满意", en: "basically satisfied" },
    dissatisfied: { zh: "不满意", en: "dissatisfied" },
    unresolved: { zh: "未解决", en: "unresolved" },
    unreached: { zh: "未接通", en: "not reached" },
  },
  level: {
    yellow: { zh: "黄", en: "yellow" },
    orange: { zh: "橙", en: "orange" },
    red: { zh: "红", en: "red" },
  } satisfies Record<Level, Bilingual>,
  status: {
    open: { zh: "待核查", en: "open" },
    taken: { zh: "已认领", en: "taken" },
    watched: { zh: "观察中", en: "watched" },
    dismissed: { zh: "不予处理", en: "dismissed" },
    confirmed: { zh: "已核实", en: "confirmed" },
    exempted: { zh: "已豁免", en: "exempted" },
    in_case: { zh: "已并入案件", en: "in a case" },
  } satisfies Record<TriageStatus, Bilingual>,
  outcome: {
    confirmed: { zh: "属实", en: "confirmed" },
    dismissed: { zh: "不属实", en: "dismissed" },
    exempt: { zh: "豁免", en: "exempt" },
    none: { zh: "尚无结论", en: "nothing yet" },
  },
} as const;

/** The condition in one sentence, as it is meant. */
export function sayCondition(condition: Condition, words: QueryWords): string {
  return said(condition, words, true);
}

function said(condition: Condition, words: QueryWords, outermost: boolean): string {
  const zh = words.language === "zh";
  if (!isGroup(condition)) return leafSaid(condition, words);
  if (condition.is === "not")
    return zh ? `不满足（${said(condition.of, words, true)}）` : `not (${said(condition.of, words, true)})`;
  const parts = condition.of.map((part) => said(part, words, condition.of.length === 1 && outermost));
  if (parts.length === 1) return parts[0] ?? "";
  const joined = parts.join(condition.is === "all" ? (zh ? "，且" : " and ") : zh ? "，或" : " or ");
  if (outermost) return joined;
  return zh ? `（${joined}）` : `(${joined})`;
}

function rangeSaid({ at_least, at_most }: Range, language: Language, unit: Bilingual): string {
  const of = unit[language];
  if (language === "zh") {
    if (at_least !== undefined && at_least === at_most) return `为 ${at_least} ${of}`;
    if (at_least === undefined) return `不超过 ${at_most} ${of}`;
    return at_most === undefined ? `不少于 ${at_least} ${of}` : `为 ${at_least} 至 ${at_most} ${of}`;
  }
  const tail = of === "" ? "" : ` ${of}`;
  if (at_least !== undefined && at_least === at_most) return `exactly ${at_least}${tail}`;
  if (at_least === undefined) return `at most ${at_most}${tail}`;
  return at_most === undefined ? `at least ${at_least}${tail}` : `${at_least} to ${at_most}${tail}`;
}

const WORKING_DAYS: Bilingual = { zh: "个工作日", en: "working days" };
const TIMES: Bilingual = { zh: "次", en: "" };
const ITEMS: Bilingual = { zh: "条", en: "" };

const orOf = (values: readonly string[], language: Language): string => values.join(language === "zh" ? "或" : " or ");

function periodSaid(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  words: QueryWords,
): string {
  const { language, dateOf } = words;
  const zh = language === "zh";
  const since = from === undefined ? "" : zh ? `${dateOf(from)} 起` : `since ${dateOf(from)}`;
  const until = to === undefined ? "" : zh ? `${dateOf(to)} 前` : `before ${dateOf(to)}`;
  return [since, until].filter((part) => part !== "").join(zh ? "、" : ", ");
}

function leafSaid(leaf: Leaf, words: QueryWords): string {
  const { language, sourceName } = words;
  const zh = language === "zh";
  const choice = (texts: Readonly<Record<string, Bilingual>>, chosen: readonly string[]) =>
    orOf(
      chosen.map((one) => texts[one]?.[language] ?? one),
      language,
    );
  switch (leaf.is) {
    case "source":
      return zh
        ? `来源为${orOf(leaf.in.map(sourceName), language)}`
        : `from ${orOf(leaf.in.map(sourceName), language)}`;
    case "district":
      return zh ? `属地为${orOf(leaf.in, language)}` : `in ${orOf(leaf.in, language)}`;
    case "category": {
      const paths = orOf(
        leaf.in.map((path) => path.replaceAll(">", " › ")),
        language,
      );
      return zh ? `类别为${paths}` : `of category ${paths}`;
    }
    case "urgency":
      return zh
        ? `紧急程度为${choice(CHOICE_TEXTS.urgency, leaf.in)}`
        : `${choice(CHOICE_TEXTS.urgency, leaf.in)} in urgency`;
    case "state":
      if (leaf.state === "open") return zh ? "工单在办" : "the order is open";
      return zh ? "工单已办结" : "the order is done";
    case "accepted":
      return zh ? `受理时间在 ${periodSaid(leaf, words)}` : `accepted ${periodSaid(leaf, words)}`;
    case "age":
      return zh
        ? `受理至今${rangeSaid(leaf, language, WORKING_DAYS)}`
        : `accepted ${rangeSaid(leaf, language, WORKING_DAYS)} ago`;
    case "due":
      return zh ? `${leaf.days} 个工作日内到期` : `due within ${leaf.days} working days`;
    case "overdue":
      if (leaf.days === 0) return zh ? "已超过办理期限" : "past due";
      return zh ? `已超期 ${leaf.days} 个工作日以上` : `past due by ${leaf.days} working days or more`;
    case "count":
      return zh
        ? `${COUNTED_TEXTS[leaf.what].zh}${rangeSaid(leaf, language, TIMES)}`
        : `${rangeSaid(leaf, language, TIMES)} ${COUNTED_TEXTS[leaf.what].en}`;
    case "rating":
      return zh
        ? `最近一次评价为${choice(CHOICE_TEXTS.rating, leaf.in)}`
        : `last rated ${choice(CHOICE_TEXTS.rating, leaf.in)}`;
    case "text":
      return zh ? `标题或编号含“${leaf.has}”` : `title or number contains “${leaf.has}”`;
    case "leg":
      return thingsSaid(
        zh ? `经手（${legSaid(leaf.leg, words)}）` : `stays with units (${legSaid(leaf.leg, words)})`,
        leaf,
        language,
        TIMES,
      );
    case "finding":
      return thingsSaid(
        zh ? `预警（${findingSaid(leaf.finding, words)}）` : `findings (${findingSaid(leaf.finding, words)})`,
        leaf,
        language,
        ITEMS,
      );
  }
}

function thingsSaid(what: string, { at_least, at_most }: Range, language: Language, unit: Bilingual): string {
  const bare = at_least === undefined && at_most === undefined;
  if (at_most === 0) return language === "zh" ? `没有${what}` : `there are no ${what}`;
  if (bare || (at_least === 1 && at_most === undefined)) return language === "zh" ? `有${what}` : `there are ${what}`;
  const range = rangeSaid({ at_least, at_most }, language, unit);
  return language === "zh" ? `${what}${range}` : `${range} ${what}`;
}

function legSaid({ units, held, holding }: LegAsked, words: QueryWords): string {
  const { language, unitName } = words;
  const zh = language === "zh";
  const parts = [units.length === 0 ? (zh ? "任一单位" : "any unit") : orOf(units.map(unitName), language)];
  if (holding !== undefined)
    parts.push(holding ? (zh ? "目前持有" : "holding it now") : zh ? "已转出或办结" : "no longer holding it");
  if (held !== undefined)
    parts.push(
      zh ? `持有${rangeSaid(held, language, WORKING_DAYS)}` : `held ${rangeSaid(held, language, WORKING_DAYS)}`,
    );
  return parts.join(zh ? "、" : ", ");
}

function findingSaid(asked: FindingAsked, words: QueryWords): string {
  const { language, unitName } = words;
  const zh = language === "zh";
  const { view, rules, levels, units, statuses, outcomes, from, to } = asked;
  const of = (texts: Readonly<Record<string, Bilingual>>, chosen: readonly string[]) =>
    orOf(
      chosen.map((one) => texts[one]?.[language] ?? one),
      language,
    );
  const parts = [view === "watchlist" ? (zh ? "在监督清单上" : "on the watchlist") : zh ? "含历史" : "past ones too"];
  if (rules.length > 0)
    parts.push(
      orOf(
        rules.map((rule) => RULE_TEXTS[rule].name[language]),
        language,
      ),
    );
  if (levels.length > 0) parts.push(zh ? `${of(CHOICE_TEXTS.level, levels)}色` : of(CHOICE_TEXTS.level, levels));
  if (units.length > 0)
    parts.push(zh ? `涉及${orOf(units.map(unitName), language)}` : `naming ${orOf(units.map(unitName), language)}`);
  if (statuses.length > 0) parts.push(of(CHOICE_TEXTS.status, statuses));
  if (outcomes.length > 0)
    parts.push(zh ? `结论${of(CHOICE_TEXTS.outcome, outcomes)}` : `found ${of(CHOICE_TEXTS.outcome, outcomes)}`);
  if (from !== undefined || to !== undefined)
    parts.push(zh ? `首次达标在 ${periodSaid({ from, to }, words)}` : `first step ${periodSaid({ from, to }, words)}`);
  return parts.join(zh ? "、" : ", ");
}
