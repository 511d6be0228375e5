import type { z } from "zod";
import { zhCN } from "zod/locales";
import { createPatternReader } from "../dates/pattern";
import { Refusal, type Words } from "../refusal";
import type { DateOrder, Profile } from "./profile";
import { readYaml } from "./read-yaml";
import { type ProfileDocument, profileSchema } from "./schema";

type Issue = z.core.$ZodIssue;

const readZh = zhCN().localeError;

/** The deepest issue of a union is the one that its author meant. */
function innermost(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const ours = (one: Issue): number => (one.code === "custom" ? 1 : 0);
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length || ours(b) - ours(a))[0];
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] } as Issue) : issue;
}

function sayIssue(issue: Issue, zh: string): Words {
  if (issue.code === "custom" && issue.params?.missing === true) {
    return { zh: "缺少这一列的对应关系", en: "this column must be mapped" };
  }
  if (issue.code === "custom" && issue.params?.unknownKind !== undefined) {
    const kind = String(issue.params.unknownKind);
    return { zh: `没有操作类型“${kind}”`, en: `there is no kind "${kind}"` };
  }
  return { zh, en: issue.message };
}

function refuse(path: string, place: string, words: Words): Refusal {
  return new Refusal("profile.invalid", {
    zh: `${path}：配置项 ${place || "（整体）"} 有误：${words.zh}`,
    en: `${path}: ${place || "(the whole)"}: ${words.en}`,
  });
}

/** Turns the parsed form of a profile into a Profile; `path` is what messages call it. Throws a Refusal with the place. */
export function parseProfile(doc: unknown, path: string): Profile {
  const parsed = profileSchema.safeParse(doc);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const zhIssue = profileSchema.safeParse(doc, { error: readZh }).error?.issues[0];
    if (!first) throw refuse(path, "", { zh: "无法识别", en: "not readable" });
    const issue = innermost(first);
    throw refuse(path, issue.path.join("."), sayIssue(issue, (zhIssue ? innermost(zhIssue) : issue).message));
  }
  return toProfile(parsed.data, readDates(parsed.data.dates, path));
}

function readDates(dates: string, path: string): DateOrder {
  if (dates === "iso" || dates === "dmy" || dates === "mdy") return dates;
  try {
    createPatternReader(dates);
    return { pattern: dates };
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw refuse(path, "dates", {
      zh: `不是 iso、dmy、mdy 或 date-fns 格式（${why}）`,
      en: `not iso, dmy, mdy or a date-fns pattern (${why})`,
    });
  }
}

function toProfile(document: ProfileDocument, dates: DateOrder): Profile {
  const { zone, calendar, rules, sla } = document;
  const parameters: Record<string, unknown> = {};
  for (const [key, value] of Object.entries({ zone, calendar, rules, sla }))
    if (value !== undefined) parameters[key] = value;
  const base = {
    source: document.source,
    name: document.name ?? document.source,
    dates,
    newestFirst: document.rows === "newest-first",
    empty: new Set(document.empty),
    orders: document.orders ?? null,
    events: document.events ?? null,
    records: document.records ? new Set(document.records) : null,
    parameters,
  };
  if (document.shape === "event") return { ...base, shape: "event", kinds: document.kinds ?? new Map() };
  if (document.shape === "state") return { ...base, shape: "state", states: document.status };
  return { ...base, shape: "step", outcomes: document.outcomes };
}

/** Reads the YAML file of a source's profile; throws a Refusal. */
export const loadProfile = async (path: string): Promise<Profile> => parseProfile(await readYaml(path), path);

/** For the canonical tables, with English or Chinese headers. */
export const CANONICAL_PROFILE: Profile = parseProfile(
  { source: "12345", name: "12345 政务服务便民热线", shape: "event" },
  "12345",
);
