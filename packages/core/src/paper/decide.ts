import type { Refusal } from "../case/guards";
import { PAPER_ACTION_TEXTS, type PaperAction, RECEIPT_ACTION_TEXTS, type ReceiptAction } from "./actions";
import type { PaperFacts, ReceiptFacts } from "./facts";
import { PAPER_GUARDS, RECEIPT_GUARDS } from "./guards";
import { approvalsNeeded } from "./kinds";
import { PAPER_STATE_TEXTS, type PaperState, RECEIPT_STATE_TEXTS, type ReceiptState } from "./states";
import {
  PAPER_TRANSITIONS,
  type PaperPost,
  type PaperTransition,
  RECEIPT_TRANSITIONS,
  type ReceiptTransition,
} from "./transitions";

/** Why nothing happens: the state, the post, a missing reason, or what is still to be done. */
export type PaperHindrance = "transition_not_allowed" | "post_not_allowed" | "reason_required" | "guarded";

export type PaperDecided<State> =
  | { readonly ok: true; readonly to: State }
  | { readonly ok: false; readonly why: PaperHindrance; readonly refusals: readonly Refusal[] };

interface Act<Action> {
  readonly action: Action;
  readonly post: string;
  readonly reason: string;
}

/** A way out of the state, as it stands now. */
export interface PaperWay {
  readonly transition: PaperTransition;
  readonly to: PaperState;
  readonly refusals: readonly Refusal[];
}

/** Every way out of the state, in the order of the table. */
export const paperWays = (facts: PaperFacts): readonly PaperWay[] =>
  PAPER_TRANSITIONS.filter(({ from }) => from.includes(facts.state)).map((transition) => ({
    transition,
    to: target(facts, transition),
    refusals: transition.guards.flatMap((code) => {
      const refusal = PAPER_GUARDS[code](facts);
      return refusal ? [{ code, ...refusal }] : [];
    }),
  }));

/** The last approval that is needed signs the paper off; one before it leaves it where it is. */
const target = ({ naming, approvals }: PaperFacts, { action, to }: PaperTransition): PaperState =>
  action === "approve" && approvals + 1 < approvalsNeeded(naming) ? "submitted" : to;

/** Whether the action may happen to the paper now, and where it leads. */
export function decidePaper(facts: PaperFacts, act: Act<PaperAction>): PaperDecided<PaperState> {
  const way = paperWays(facts).find(({ transition }) => transition.action === act.action);
  if (!way) {
    const { zh, en } = PAPER_STATE_TEXTS[facts.state];
    const asked = PAPER_ACTION_TEXTS[act.action];
    return notFrom({
      zh: `文书处于“${zh}”，不能“${asked.zh}”`,
      en: `The paper is at “${en}”, where “${asked.en}” is not possible`,
    });
  }
  return decided(way, act);
}

/** The same of a receipt. */
export function decideReceipt(facts: ReceiptFacts, act: Act<ReceiptAction>): PaperDecided<ReceiptState> {
  const transition = RECEIPT_TRANSITIONS.find(
    ({ action, from }) => action === act.action && from.includes(facts.state),
  );
  if (!transition) {
    const { zh, en } = RECEIPT_STATE_TEXTS[facts.state];
    const asked = RECEIPT_ACTION_TEXTS[act.action];
    return notFrom({
      zh: `该单位“${zh}”，不能“${asked.zh}”`,
      en: `The unit is at “${en}”, where “${asked.en}” is not possible`,
    });
  }
  const refusals = transition.guards.flatMap((code) => {
    const refusal = RECEIPT_GUARDS[code](facts);
    return refusal ? [{ code, ...refusal }] : [];
  });
  return decided({ transition, to: transition.to, refusals }, act);
}

function decided<State>(
  way: {
    readonly transition: PaperTransition | ReceiptTransition;
    readonly to: State;
    readonly refusals: readonly Refusal[];
  },
  act: { readonly post: string; readonly reason: string },
): PaperDecided<State> {
  const { transition, to, refusals } = way;
  if (!transition.posts.includes(act.post as PaperPost)) return { ok: false, why: "post_not_allowed", refusals: [] };
  if (transition.reason && act.reason === "") return { ok: false, why: "reason_required", refusals: [] };
  return refusals.length > 0 ? { ok: false, why: "guarded", refusals } : { ok: true, to };
}

const notFrom = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
  ({ ok: false, why: "transition_not_allowed", refusals: [{ code: "state", zh, en }] }) as const;
