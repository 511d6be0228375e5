import {
  COUNTED,
  type Condition,
  depthOf,
  LEVELS,
  leavesOf,
  MOST_DEPTH,
  MOST_LEAVES,
  OUTCOMES,
  SURVEY_RESULTS,
  TRIAGE_STATUSES,
  URGENCIES,
} from "@tianyan/core";
import { z } from "zod";
import { askedInstant, words } from "../shared/query";
import { RuleIdSchema } from "../shared/values";

const days = () => z.number().int().min(0).max(500);
const range = { at_least: days().optional(), at_most: days().optional() };
const list = <T extends z.ZodType>(item: T) => z.array(item).max(100);
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100);
const period = { from: askedInstant().optional(), to: askedInstant().optional() };

type Bounds = { readonly at_least?: number | undefined; readonly at_most?: number | undefined };
const bounded = ({ at_least, at_most }: Bounds): boolean => at_least !== undefined || at_most !== undefined;
const between = ({ at_least = 0, at_most = Number.POSITIVE_INFINITY }: Bounds): boolean => at_least <= at_most;

const LegSchema = z.strictObject({
  /** A unit stands for all below it too; empty: any. */
  units: list(words()).default([]),
  held: z.strictObject(range).refine(bounded).refine(between).optional(),
  holding: z.boolean().optional(),
});

const FindingSchema = z.strictObject({
  view: z.enum(["watchlist", "all"]).default("watchlist"),
  rules: list(RuleIdSchema).default([]),
  levels: list(z.enum(LEVELS)).default([]),
  units: list(words()).default([]),
  statuses: list(z.enum(TRIAGE_STATUSES)).default([]),
  outcomes: list(z.enum([...OUTCOMES, "none"])).default([]),
  ...period,
});

const LeafSchema = z.discriminatedUnion("is", [
  z.strictObject({ is: z.enum(["source", "category", "district"]), in: some(words(400)) }),
  z.strictObject({ is: z.literal("urgency"), in: some(z.enum(URGENCIES)) }),
  z.strictObject({ is: z.literal("state"), state: z.enum(["open", "done"]) }),
  z
    .strictObject({ is: z.literal("accepted"), ...period })
    .refine(({ from, to }) => from !== undefined || to !== undefined),
  z
    .strictObject({ is: z.literal("age"), ...range })
    .refine(bounded)
    .refine(between),
  z.strictObject({ is: z.enum(["due", "overdue"]), days: days() }),
  z
    .strictObject({ is: z.literal("count"), what: z.enum(COUNTED), ...range })
    .refine(bounded)
    .refine(between),
  z.strictObject({ is: z.literal("rating"), in: some(z.enum(SURVEY_RESULTS)) }),
  z.strictObject({ is: z.literal("text"), has: words(100).refine((text) => text.trim() !== "") }),
  z.strictObject({ is: z.literal("leg"), leg: LegSchema, ...range }).refine(between),
  z.strictObject({ is: z.literal("finding"), finding: FindingSchema, ...range }).refine(between),
]);

const NodeSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    LeafSchema,
    z.strictObject({ is: z.enum(["all", "any"]), of: z.array(NodeSchema).min(1).max(MOST_LEAVES) }),
    z.strictObject({ is: z.literal("not"), of: NodeSchema }),
  ]),
);

/** Deeper than any tree that is taken; looked at before anything walks through it without a bound. */
const DEEPEST = 4 * MOST_DEPTH;

const isWithin = (value: unknown, depth: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1)));

const isSmall = (condition: Condition): boolean =>
  depthOf(condition) <= MOST_DEPTH && leavesOf(condition).length <= MOST_LEAVES;

function checked(given: unknown, context: z.RefinementCtx): Condition {
  const found = isWithin(given, DEEPEST) ? NodeSchema.safeParse(given) : null;
  if (found?.success && isSmall(found.data)) return found.data;
  const small = `at most ${MOST_LEAVES} conditions, ${MOST_DEPTH} deep / 最多 ${MOST_LEAVES} 个条件、${MOST_DEPTH} 层`;
  for (const { path, message } of found?.error?.issues ?? [{ path: [], message: small }])
    context.addIssue({ code: "custom", path: [...path], message });
  return z.NEVER;
}

/** Conditions of one's own over orders, their legs and findings: a tree of `Condition` of the core. */
export const ConditionSchema = z.looseObject({ is: z.string() }).transform(checked);

/** As they were kept. */
export const KeptConditionSchema = z.looseObject({ is: z.string() }).transform((kept) => kept as unknown as Condition);

/** The same as it stands in an address: JSON. */
export const ConditionTextSchema = words(4000).transform((text, context) => {
  try {
    return checked(JSON.parse(text), context);
  } catch {
    context.addIssue({ code: "custom", message: "no JSON / 不是 JSON" });
    return z.NEVER;
  }
});

/** A condition of an address; null where the text is none. */
export const readCondition = (text: string | undefined): Condition | null =>
  text === undefined ? null : (ConditionTextSchema.safeParse(text).data ?? null);
