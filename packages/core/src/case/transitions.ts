import type { CaseAction } from "./actions";
import type { GuardName } from "./guards";
import type { CaseStage } from "./stages";

/** Posts that move cases. A leader approves, and moves none. */
export const CASE_POSTS = ["inspector", "liaison"] as const;
export type CasePost = (typeof CASE_POSTS)[number];

/** One way from stage to stage. */
export interface Transition {
  readonly action: CaseAction;
  readonly from: readonly CaseStage[];
  /** `before`: where a suspended case stood. */
  readonly to: CaseStage | "before";
  readonly posts: readonly CasePost[];
  readonly guards: readonly GuardName[];
  readonly reason: boolean;
}

const BOTH = CASE_POSTS;
const LIAISON = ["liaison"] as const;

/** Every way there is; an action has one way out of a stage at most. What a leader approves first is told by `needsApproval`. */
export const TRANSITIONS: readonly Transition[] = [
  { action: "accept_check", from: ["clue"], to: "check", posts: BOTH, guards: [], reason: false },
  {
    action: "to_supervise",
    from: ["clue", "check"],
    to: "supervise",
    posts: BOTH,
    guards: ["names_unit"],
    reason: false,
  },
  {
    action: "to_file",
    from: ["check", "supervise"],
    to: "file",
    posts: LIAISON,
    guards: ["names_unit", "check_recorded"],
    reason: false,
  },
  {
    action: "to_rectify",
    from: ["supervise", "file"],
    to: "rectify",
    posts: LIAISON,
    guards: ["measure_asked"],
    reason: false,
  },
  {
    action: "to_rectify",
    from: ["look_back"],
    to: "rectify",
    posts: LIAISON,
    guards: ["measure_failed"],
    reason: false,
  },
  {
    action: "to_look_back",
    from: ["rectify"],
    to: "look_back",
    posts: LIAISON,
    guards: ["measure_asked", "measures_accepted"],
    reason: false,
  },
  {
    action: "sign_off",
    from: ["look_back"],
    to: "signed_off",
    posts: LIAISON,
    guards: ["measures_accepted", "measures_held", "papers_answered"],
    reason: false,
  },
  {
    action: "close",
    from: ["clue", "check", "supervise"],
    to: "closed",
    posts: BOTH,
    guards: ["measures_accepted", "papers_answered"],
    reason: true,
  },
  {
    action: "transfer",
    from: ["clue", "check", "supervise", "file"],
    to: "transferred",
    posts: LIAISON,
    guards: [],
    reason: true,
  },
  {
    action: "suspend",
    from: ["check", "supervise", "file", "rectify", "look_back"],
    to: "suspended",
    posts: LIAISON,
    guards: [],
    reason: true,
  },
  { action: "resume", from: ["suspended"], to: "before", posts: LIAISON, guards: [], reason: false },
  {
    action: "reopen",
    from: ["signed_off", "closed", "transferred"],
    to: "check",
    posts: BOTH,
    guards: [],
    reason: true,
  },
];

export const transitionsFrom = (stage: CaseStage): readonly Transition[] =>
  TRANSITIONS.filter(({ from }) => from.includes(stage));
