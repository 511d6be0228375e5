import {
  type AskedFinding,
  type Instant,
  isSettled,
  LEVELS,
  type Subject,
  type TriageStatus,
  tallyOf,
} from "@tianyan/core";
import { judgeOrders } from "../../../src/services/judging/judge-orders";
import { loadJudging } from "../../../src/services/judging/setting";
import type { Services } from "../../../src/services/services";
import { levelAt, watched } from "../scope/expected-findings";
import { covers, type KnownFinding, keyOf, type World } from "../scope/world";

/** What was decided about findings, by their id: each once, in the tests' present. */
export type Decided = ReadonlyMap<string, "taken" | "dismissed" | "confirmed">;

export interface KnownSubject {
  readonly key: string;
  readonly subject: Subject;
  /** By id. */
  readonly findings: ReadonlyMap<string, AskedFinding>;
}

/** Every order as it stood at T, from its history cut there. */
export async function subjectsAt(
  { work }: Services,
  world: World,
  at: Instant,
  decided: Decided,
): Promise<readonly KnownSubject[]> {
  const histories = await judgeOrders(work.sql, await loadJudging(work.sql), world.orders, at);
  return histories.flatMap(({ order, judged: { replay }, ...key }) => {
    const known = world.byKey.get(keyOf(key));
    if (!known || (known.acceptedAt !== null && known.acceptedAt > at)) return [];
    const findings = new Map(
      known.findings.filter(({ first }) => first <= at).map((one) => [one.id, findingAt(one, at, decided.get(one.id))]),
    );
    const subject: Subject = {
      order,
      acceptedAt: known.acceptedAt as Instant | null,
      open: covers(known.open, at),
      tally: tallyOf(replay),
      legs: replay.legs,
      findings: [...findings.values()],
    };
    return [{ key: keyOf(key), subject, findings }];
  });
}

function findingAt(known: KnownFinding, at: Instant, kind: TriageStatus | undefined): AskedFinding {
  const { rule, units } = known.finding;
  const status = kind ?? "open";
  return {
    rule,
    level: LEVELS[levelAt(known, at) - 1] ?? "yellow",
    units: units.filter(({ since }) => since <= at).map(({ unit }) => unit),
    first: known.first as Instant,
    watched: watched(known, at),
    status,
    settled: isSettled(status),
    outcome: status === "confirmed" || status === "dismissed" ? status : null,
  };
}
