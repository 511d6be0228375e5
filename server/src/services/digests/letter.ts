import { type Digest, type DigestFinding, type DigestPart, POST_TEXTS } from "@tianyan/api";
import { CASE_ACTION_TEXTS, CASE_STAGE_TEXTS, type Language, RULE_TEXTS } from "@tianyan/core";

const LEVELS = {
  zh: { red: "红", orange: "橙", yellow: "黄" },
  en: { red: "red", orange: "orange", yellow: "yellow" },
} as const;

const WORDS = {
  zh: {
    found: "新增预警",
    reddening: "本周将转红",
    cases: "我的案件临期或逾期",
    approvals: "待我审批",
    measures: "待本单位整改反馈",
    watched: "关注规则新命中工单",
    overdue: "已逾期",
    more: (n: number) => `……另有 ${n} 项`,
    open: "在系统中查看",
    colon: "：",
    and: "、",
    nobody: "未指明单位",
  },
  en: {
    found: "New findings",
    reddening: "Turning red this week",
    cases: "My cases due or overdue",
    approvals: "Waiting for my approval",
    measures: "Asked of our unit",
    watched: "New matches of my watch rules",
    overdue: "overdue",
    more: (n: number) => `… and ${n} more`,
    open: "Open in the product",
    colon: ": ",
    and: ", ",
    nobody: "no unit named",
  },
} as const;

/** The digest as a letter of plain text: Chinese, then English; numbers of orders and cases, names of units and rules, no titles. */
export function letterOf(digest: Digest, address: string): { readonly subject: string; readonly text: string } {
  const link = `${address}/digest?date=${digest.date}`;
  const told = (language: Language) =>
    [
      ...digest.parts.flatMap((part) => partLines(part, language)),
      `${WORDS[language].open}${WORDS[language].colon}${link}`,
    ].join("\n");
  return { subject: `天眼每日摘要 ${digest.date}`, text: `${told("zh")}\n\n${"-".repeat(40)}\n\n${told("en")}\n` };
}

function partLines(part: DigestPart, language: Language): string[] {
  const words = WORDS[language];
  const { found, reddening, cases, approvals, measures, watched } = part;
  const section = (title: string, total: number, lines: readonly string[]): string[] =>
    total === 0
      ? []
      : [`${title} ${total}`, ...lines.map((line) => `  ${line}`), ...rest(total - lines.length, language), ""];
  const late = (overdue: boolean): string => (overdue ? ` (${words.overdue})` : "");
  const findings = (items: readonly DigestFinding[]) => items.map((item) => findingLine(item, language));
  return [
    `【${POST_TEXTS[part.post][language]}】`,
    ...section(words.found, found.total, findings(found.items)),
    ...section(words.reddening, reddening.total, findings(reddening.items)),
    ...section(
      words.cases,
      cases?.total ?? 0,
      (cases?.items ?? []).map((one) => `${one.number} ${CASE_STAGE_TEXTS[one.stage][language]}${late(one.overdue)}`),
    ),
    ...section(
      words.approvals,
      approvals?.total ?? 0,
      (approvals?.items ?? []).map((one) => `${one.number} ${CASE_ACTION_TEXTS[one.action][language]}`),
    ),
    ...section(
      words.measures,
      measures?.total ?? 0,
      (measures?.items ?? []).map((one) => `${one.number} ${one.unit} ${one.due_on}${late(one.overdue)}`),
    ),
    ...section(
      words.watched,
      watched.reduce((sum, { fresh }) => sum + fresh, 0),
      watched.map(({ name, fresh }) => `${name}${words.colon}${fresh}`),
    ),
  ];
}

const rest = (count: number, language: Language): string[] => (count > 0 ? [`  ${WORDS[language].more(count)}`] : []);

function findingLine({ level, rule, units, order_id }: DigestFinding, language: Language): string {
  const named = units.length === 0 ? WORDS[language].nobody : units.join(WORDS[language].and);
  return `[${LEVELS[language][level]}] ${RULE_TEXTS[rule].name[language]} ${named} ${order_id}`;
}
