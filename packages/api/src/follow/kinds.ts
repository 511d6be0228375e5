import { CASE_EVENT_KINDS, CASE_EVENT_TEXTS, type CaseEventKind } from "../cases/kinds";
import type { Text } from "../shared/values";

/** What becomes of a finding: it stands on the watchlist, reaches a higher step, leaves the list, is decided about. */
export const FINDING_FEED_TEXTS = {
  "finding.appeared": { zh: "预警进入监督清单", en: "finding appeared" },
  "finding.risen": { zh: "预警升级", en: "finding reached a higher step" },
  "finding.fell": { zh: "预警降级", en: "finding fell to a lower step" },
  "finding.cleared": { zh: "预警移出监督清单", en: "finding left the watchlist" },
  "finding.decided": { zh: "预警已处理", en: "finding decided about" },
  "finding.decision_undone": { zh: "预警处理已撤回", en: "decision taken back" },
} as const satisfies Readonly<Record<string, Text>>;
export type FindingFeedKind = keyof typeof FINDING_FEED_TEXTS;

/** Everything of a case but whom it dealt with. */
export type CaseFeedKind = `case.${Exclude<CaseEventKind, "person_added">}`;
export type FeedKind = FindingFeedKind | CaseFeedKind;

const told = CASE_EVENT_KINDS.filter((kind) => kind !== "person_added");

export const FINDING_FEED_KINDS = Object.keys(FINDING_FEED_TEXTS) as [FindingFeedKind, ...FindingFeedKind[]];
export const CASE_FEED_KINDS = told.map((kind): CaseFeedKind => `case.${kind}`);
/** Everything that a system can follow. */
export const FEED_KINDS = [...FINDING_FEED_KINDS, ...CASE_FEED_KINDS] as [FeedKind, ...FeedKind[]];

export const feedText = (kind: FeedKind): Text =>
  kind in FINDING_FEED_TEXTS
    ? FINDING_FEED_TEXTS[kind as FindingFeedKind]
    : CASE_EVENT_TEXTS[kind.slice("case.".length) as CaseEventKind];
