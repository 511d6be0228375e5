import { PaperKindSchema, PaperStateSchema, type PapersQueryInput } from "@tianyan/api";
import { z } from "zod";
import { text, words } from "../../../lib/search-schema";

const yes = z.literal("yes").optional().catch(undefined);

/** What the address bar says of the register of papers. */
export const papersSearch = z.object({
  state: words(PaperStateSchema),
  kind: words(PaperKindSchema),
  unanswered: yes,
  overdue: yes,
  q: text(100),
});

export type PapersSearch = z.output<typeof papersSearch>;

export const toQuery = ({ state, kind, unanswered, overdue, q }: PapersSearch): PapersQueryInput => ({
  state: state ?? [],
  kind: kind ?? [],
  q,
  ...(unanswered === "yes" ? { unanswered: true } : {}),
  ...(overdue === "yes" ? { overdue: true } : {}),
});

export const isNarrowed = (search: PapersSearch): boolean => Object.values(search).some((value) => value !== undefined);
