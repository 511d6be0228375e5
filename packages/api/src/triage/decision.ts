import { DECISION_KINDS, DISMISS_REASONS, LEVELS, OUTCOMES, TRIAGE_STATUSES } from "@tianyan/core";
import { z } from "zod";
import { askedInstant, words } from "../shared/query";
import { InstantSchema, LevelSchema } from "../shared/values";

export const DecisionKindSchema = z.enum(DECISION_KINDS);
export const DismissReasonSchema = z.enum(DISMISS_REASONS);
export const TriageStatusSchema = z.enum(TRIAGE_STATUSES);
export const OutcomeSchema = z.enum(OUTCOMES);

export const PersonNameSchema = z.object({ id: z.string(), name: z.string() });

/** One decision about one finding, as it was made. */
export const DecisionSchema = z.object({
  id: z.string(),
  /** All that was decided at once; taken back as one. */
  act: z.string(),
  kind: DecisionKindSchema,
  by: PersonNameSchema,
  at: InstantSchema,
  reason: DismissReasonSchema.nullable(),
  text: z.string().nullable(),
  /** Of `watched`: until then, or until that level is reached. */
  until: z.union([InstantSchema, LevelSchema]).nullable(),
  /** The level and how many events the finding had. */
  level: LevelSchema.nullable(),
  events: z.number().int(),
  undone: z.object({ at: InstantSchema, by: PersonNameSchema }).nullable(),
});

/** Where a finding stands at T. Derived from the decisions at every question, never stored. */
export const TriageSchema = z.object({
  status: TriageStatusSchema,
  /** The latest that was found of it, whatever its status. */
  outcome: OutcomeSchema.nullable(),
  /** The decision is the asker's own. */
  mine: z.boolean(),
  /** It was dismissed or watched, and came back: a higher level, another event, or the time is over. */
  returned: z.boolean(),
  /** The latest that was not undone; its id is what a next decision sends as `seen`. */
  decision: DecisionSchema.nullable(),
});

const id = () => words(20).regex(/^\d{1,18}$/);

export const FindingRefSchema = z.object({
  source: words(),
  order_id: words(),
  /** Of the finding, within its order. */
  key: words(1000),
  /** Id of the latest decision the asker saw, or null: another one since is a conflict, and nothing is written. */
  seen: id().nullable(),
});

const MOST_AT_ONCE = 500;
const text = words(2000).transform((given) => given.trim());

/** One act about up to 500 findings. */
export const DecideSchema = z
  .object({
    /** Made by the asker: the same act sent again is the same act. */
    act: z.uuid(),
    findings: z.array(FindingRefSchema).min(1).max(MOST_AT_ONCE),
    kind: DecisionKindSchema.exclude(["exempted"]),
    reason: DismissReasonSchema.optional(),
    text: text.optional(),
    until: z.union([z.enum(LEVELS), askedInstant()]).optional(),
  })
  .superRefine(({ kind, reason, text: said, until }, { addIssue }) => {
    const wrong = (path: string, message: string) => addIssue({ code: "custom", path: [path], message });
    if (kind === "dismissed" && reason === undefined) wrong("reason", "required / 必填");
    if (kind !== "dismissed" && reason !== undefined) wrong("reason", "only of a dismissal / 仅用于不予处理");
    if (reason === "other" && !said) wrong("text", "required / 必填");
    if (kind === "watched" && until === undefined) wrong("until", "required / 必填");
    if (kind !== "watched" && until !== undefined) wrong("until", "only of watching / 仅用于观察");
  });

export const DecidedSchema = z.object({
  act: z.string(),
  decided: z.array(FindingRefSchema.omit({ seen: true }).extend({ triage: TriageSchema })),
});

export const ActParamsSchema = z.object({ act: z.uuid() });

export const DecisionsQuerySchema = z.object({
  /** Absent: of all findings of the order, those too that are no more. */
  key: words(1000).optional(),
});

/** All decisions, newest first. */
export const DecisionsSchema = z.object({
  items: z.array(
    DecisionSchema.extend({
      /** Of the finding on which it hangs now; null: that finding is no more, the decision stays with the order's record. */
      key: z.string().nullable(),
      /** Of the finding when it was decided. */
      decided_key: z.string(),
    }),
  ),
});

export type { DecisionKind, DismissReason, Outcome, TriageStatus } from "@tianyan/core";
export { DECISION_KINDS, DISMISS_REASONS, OUTCOMES, TRIAGE_STATUSES } from "@tianyan/core";
export type DecisionItem = z.infer<typeof DecisionSchema>;
export type Triage = z.infer<typeof TriageSchema>;
export type DecideInput = z.input<typeof DecideSchema>;
export type Decide = z.output<typeof DecideSchema>;
export type Decided = z.infer<typeof DecidedSchema>;
export type Decisions = z.infer<typeof DecisionsSchema>;
