import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  APPROVED_ACTIONS,
  approvalHindrance,
  CASE_ACTIONS,
  CASE_POSTS,
  CASE_STAGES,
  type CaseFacts,
  createClock,
  DEFAULT_PARAMETERS,
  decideMove,
  GUARDS,
  hasEnded,
  instant,
  needsApproval,
  overdueBefore,
  STAGE_WORKING_DAYS,
  stageDeadline,
  TRANSITIONS,
  transitionsFrom,
  waysOut,
  workingDaysLeft,
} from "../src/index";

const clock = createClock(DEFAULT_PARAMETERS);
const at = (iso: string) => instant(Date.parse(iso));

const count = fc.nat({ max: 3 });
const factsArbitrary: fc.Arbitrary<CaseFacts> = fc.record({
  stage: fc.constantFrom(...CASE_STAGES),
  suspendedFrom: fc.constantFrom("check", "rectify", "look_back"),
  units: count,
  checks: count,
  measures: fc.record({ all: count, open: count, unseen: count }),
  unansweredPapers: count,
  approvals: fc.dictionary(fc.constantFrom(...APPROVED_ACTIONS), fc.constantFrom("asked", "granted", "denied")),
});
const actArbitrary = fc.record({
  action: fc.constantFrom(...CASE_ACTIONS),
  post: fc.constantFrom(...CASE_POSTS, "leader"),
  reason: fc.constantFrom("", "经集体研究"),
});

describe("the table of transitions", () => {
  test("an action leads out of a stage one way at most, and never to where the case is", () => {
    for (const stage of CASE_STAGES) {
      const actions = transitionsFrom(stage).map(({ action }) => action);
      expect(new Set(actions).size).toBe(actions.length);
      expect(transitionsFrom(stage).map(({ to }) => to)).not.toContain(stage);
    }
  });

  test("every stage can be come to and left, and every action is used", () => {
    const reached = new Set(["clue", ...TRANSITIONS.map(({ to }) => to)]);
    for (const stage of CASE_STAGES) {
      expect(reached).toContain(stage);
      expect(transitionsFrom(stage)).not.toHaveLength(0);
    }
    expect(new Set(TRANSITIONS.map(({ action }) => action))).toEqual(new Set(CASE_ACTIONS));
  });

  test("what has ended is only reopened, for a reason", () => {
    for (const stage of CASE_STAGES.filter(hasEnded))
      expect(transitionsFrom(stage)).toMatchObject([{ action: "reopen", reason: true }]);
  });
});

describe("deciding about a move", () => {
  test("it happens where the table has a way for the post, the reason is there, guards hold and the leader approved; else it says why", () => {
    fc.assert(
      fc.property(factsArbitrary, actArbitrary, (facts, act) => {
        const decided = decideMove(facts, act);
        const way = transitionsFrom(facts.stage).find(({ action }) => action === act.action);
        const open = way?.guards.filter((name) => GUARDS[name](facts) !== null) ?? [];
        const missing = way && needsApproval(way.action) && facts.approvals[way.action] !== "granted";
        const why = !way
          ? "transition_not_allowed"
          : !way.posts.some((post) => post === act.post)
            ? "post_not_allowed"
            : way.reason && act.reason === ""
              ? "reason_required"
              : open.length > 0 || missing
                ? "guarded"
                : null;
        expect(decided.ok ? null : decided.why).toBe(why);
        if (!decided.ok && why === "guarded") expect(decided.refusals).toHaveLength(open.length + (missing ? 1 : 0));
        if (decided.ok) expect(decided.to).toBe(way?.to === "before" ? facts.suspendedFrom : way?.to);
      }),
      { numRuns: 2000 },
    );
  });

  test("every refusal says in both languages what to do", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        for (const { refusals } of waysOut(facts))
          for (const { code, zh, en } of refusals) {
            expect(code).toMatch(/^[a-z_]+$/);
            expect(zh).toMatch(/请/);
            expect(en).not.toBe("");
          }
      }),
    );
  });

  test("a leader is asked once, and again after denying, only for what leads out of the stage", () => {
    const facts: CaseFacts = {
      stage: "check",
      suspendedFrom: null,
      units: 1,
      checks: 1,
      measures: { all: 0, open: 0, unseen: 0 },
      unansweredPapers: 0,
      approvals: { close: "asked", to_file: "denied", transfer: "granted" },
    };
    expect(APPROVED_ACTIONS.map((action) => approvalHindrance(facts, action))).toEqual([
      null,
      "transition_not_allowed",
      "approval_asked",
      "approval_asked",
    ]);
  });
});

describe("deadlines", () => {
  test("a stage's deadline is the end of its last working day; holidays are not counted", () => {
    // National Day 2026 is off from 1 to 7 October; Saturday the 10th is worked.
    expect(stageDeadline(clock, "clue", at("2026-09-29T10:00:00+08:00"))).toBe(at("2026-10-13T00:00:00+08:00"));
    expect(stageDeadline(clock, "suspended", at("2026-09-29T10:00:00+08:00"))).toBeNull();
  });

  test("working days left: down to 0 on the last day, below 0 after it", () => {
    const due = at("2026-11-28T00:00:00+08:00");
    const days = ["25T10", "27T09", "27T23", "28T00", "30T08"].map((day) =>
      workingDaysLeft(clock, due, at(`2026-11-${day}:00:00+08:00`)),
    );
    expect(days).toEqual([2, 0, 0, 0, -1]);
  });

  test("a case is past its deadline just where it came to the stage before the cut-off", () => {
    const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 1) }).map(instant);
    const staged = fc.constantFrom(...CASE_STAGES.filter((stage) => STAGE_WORKING_DAYS[stage] !== null));
    fc.assert(
      fc.property(staged, moment, fc.integer({ min: 0, max: 150 * 86_400_000 }), (stage, now, ago) => {
        const since = instant(now - ago);
        const cutoff = overdueBefore(clock, stage, now) ?? Number.NaN;
        expect(since < cutoff).toBe((stageDeadline(clock, stage, since) ?? Number.NaN) <= now);
      }),
    );
  });
});
