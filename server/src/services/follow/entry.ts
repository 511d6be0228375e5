import type { FeedEntry } from "@tianyan/api";
import { instant, isoInstant, LEVELS } from "@tianyan/core";
import type { FeedRow } from "@tianyan/db";
import { caseNumber } from "../cases/number";

/** What became of something, for the feed and for webhooks alike. */
export function feedEntry(row: FeedRow): FeedEntry {
  return {
    seq: row.seq,
    kind: row.kind as FeedEntry["kind"],
    at: isoInstant(instant(row.at)),
    case: row.case_id === null ? null : caseOf(row.case_id, row.told as unknown as CaseTold),
    finding: row.order_id === null ? null : findingOf(row, row.told as unknown as FindingTold),
  };
}

/** As the trigger on the timeline writes it. */
interface CaseTold {
  readonly year: number;
  readonly no: number;
  readonly stage: string;
  readonly version: number;
  readonly from?: string | null;
  readonly action?: string | null;
}

type Case = NonNullable<FeedEntry["case"]>;

const caseOf = (id: string, { stage, version, from = null, action = null, ...number }: CaseTold): Case => ({
  id,
  number: caseNumber(number),
  stage: stage as Case["stage"],
  version,
  from: from as Case["from"],
  action: action as Case["action"],
});

/** As the trigger on decisions, or the look at the watchlist, writes it; a level is 1 yellow, 2 orange, 3 red. */
interface FindingTold {
  readonly rule: string;
  readonly level?: number | null;
  readonly decision?: string | null;
  readonly reason?: string | null;
}

type Finding = NonNullable<FeedEntry["finding"]>;

const findingOf = (row: FeedRow, { rule, level, decision = null, reason = null }: FindingTold): Finding => ({
  source: row.source ?? "",
  order_id: row.order_id ?? "",
  key: row.key ?? "",
  rule: rule as Finding["rule"],
  units: [...row.named],
  level: typeof level === "number" ? (LEVELS[level - 1] ?? null) : null,
  decision,
  reason,
});
