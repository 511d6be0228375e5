import type { Bilingual } from "../rules/text";
import { type ApprovedAction, CASE_ACTION_TEXTS, type CaseAction, needsApproval } from "./actions";
import type { ApprovalState, CaseFacts } from "./facts";
import { GUARDS, type Refusal } from "./guards";
import { CASE_STAGE_TEXTS, type CaseStage } from "./stages";
import { type CasePost, type Transition, transitionsFrom } from "./transitions";

/** Why an action does not happen: the stage, the post, a missing reason, or what is still to be done. */
export type Hindrance = "transition_not_allowed" | "post_not_allowed" | "reason_required" | "guarded";

export type Decided =
  | { readonly ok: true; readonly to: CaseStage }
  | { readonly ok: false; readonly why: Hindrance; readonly refusals: readonly Refusal[] };

/** A way out of the stage, as it stands now. */
export interface Way {
  readonly transition: Transition;
  readonly to: CaseStage;
  /** Null where no leader is asked. */
  readonly approval: ApprovalState | "missing" | null;
  readonly refusals: readonly Refusal[];
}

const APPROVAL_REFUSALS: Readonly<Record<"missing" | "asked" | "denied", Bilingual>> = {
  missing: { zh: "须经领导审批，请先提请审批", en: "A leader has to approve it: ask for approval" },
  asked: { zh: "已提请审批，请等待领导意见", en: "A leader was asked to approve it: wait for the answer" },
  denied: {
    zh: "领导审批不同意，请按意见处理后重新提请",
    en: "A leader denied it: do as the reason says and ask again",
  },
};

const approvalOf = ({ approvals }: CaseFacts, action: CaseAction): Way["approval"] =>
  needsApproval(action) ? (approvals[action] ?? "missing") : null;

function wayOf(facts: CaseFacts, transition: Transition): Way {
  const approval = approvalOf(facts, transition.action);
  const guarded = guardsOf(facts, transition);
  const refusals =
    approval === null || approval === "granted"
      ? guarded
      : [...guarded, { code: `approval_${approval}`, ...APPROVAL_REFUSALS[approval] }];
  // A case is suspended from somewhere: the table has no other way there.
  const to = transition.to === "before" ? (facts.suspendedFrom ?? "check") : transition.to;
  return { transition, to, approval, refusals };
}

const guardsOf = (facts: CaseFacts, { guards }: Transition): readonly Refusal[] =>
  guards.flatMap((name) => {
    const refusal = GUARDS[name](facts);
    return refusal ? [{ code: name, ...refusal }] : [];
  });

/** Every way out of the stage, in the order of the table. */
export const waysOut = (facts: CaseFacts): readonly Way[] =>
  transitionsFrom(facts.stage).map((transition) => wayOf(facts, transition));

/** Whether the action may happen now, and where it leads. */
export function decideMove(
  facts: CaseFacts,
  act: { readonly action: CaseAction; readonly post: string; readonly reason: string },
): Decided {
  const way = waysOut(facts).find(({ transition }) => transition.action === act.action);
  if (!way) return hindered("transition_not_allowed", [notFrom(facts, act.action)]);
  const { transition, to, refusals } = way;
  if (!transition.posts.includes(act.post as CasePost)) return hindered("post_not_allowed", []);
  if (transition.reason && act.reason === "") return hindered("reason_required", []);
  return refusals.length > 0 ? hindered("guarded", refusals) : { ok: true, to };
}

/** Whether a leader can be asked to approve the action: it leads out of the stage, and nobody is asked or has granted it yet. */
export function approvalHindrance(facts: CaseFacts, action: ApprovedAction): Hindrance | "approval_asked" | null {
  if (!transitionsFrom(facts.stage).some((transition) => transition.action === action)) return "transition_not_allowed";
  const state = facts.approvals[action];
  return state === "asked" || state === "granted" ? "approval_asked" : null;
}

const hindered = (why: Hindrance, refusals: readonly Refusal[]): Decided => ({ ok: false, why, refusals });

/** Says where the case stands, and what can be done there. */
function notFrom({ stage }: CaseFacts, action: CaseAction): Refusal {
  const ways = transitionsFrom(stage).map((transition) => CASE_ACTION_TEXTS[transition.action]);
  const { zh, en } = CASE_STAGE_TEXTS[stage];
  const asked = CASE_ACTION_TEXTS[action];
  return {
    code: "stage",
    zh: `案件处于“${zh}”，不能“${asked.zh}”；可办：${ways.map((way) => way.zh).join("、")}`,
    en: `The case stands at “${en}”, where “${asked.en}” is not possible; possible: ${ways.map((way) => way.en).join(", ")}`,
  };
}
