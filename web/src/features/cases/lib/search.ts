import { CaseStageSchema, type CasesQueryInput } from "@tianyan/api";
import { z } from "zod";
import { text, words } from "../../../lib/search-schema";

const yes = z.literal("yes").optional().catch(undefined);

/** What the address bar says of the list of cases. */
export const casesSearch = z.object({
  stage: words(CaseStageSchema),
  unit: words(z.string().min(1).max(200)),
  mine: yes,
  mentioned: yes,
  waiting: yes,
  overdue: yes,
  reopening: yes,
  q: text(100),
});

export type CasesSearch = z.output<typeof casesSearch>;

/** Those that can be asked for by one click, in the order in which they are shown. */
export const CASE_FLAGS = ["mine", "waiting", "overdue", "mentioned", "reopening"] as const;
export type CaseFlag = (typeof CASE_FLAGS)[number];

export function toQuery(search: CasesSearch): CasesQueryInput {
  const flags = CASE_FLAGS.flatMap((flag) => (search[flag] === "yes" ? [[flag, true] as const] : []));
  return { stage: search.stage ?? [], unit: search.unit ?? [], q: search.q, ...Object.fromEntries(flags) };
}

export const isNarrowed = (search: CasesSearch): boolean => Object.values(search).some((value) => value !== undefined);
