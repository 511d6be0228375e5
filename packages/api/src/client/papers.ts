import type {
  ChangeTemplate,
  DraftPaperInput,
  PaperActInput,
  PaperFormAsked,
  PapersQueryInput,
  PaperTemplates,
  ReaddressPaper,
  ReceiptActInput,
  RewritePaper,
} from "../papers/changes";
import type { PaperDetail, PapersPage } from "../papers/paper";
import { type CallOptions, type Calls, queryString } from "./calls";

const path = (id: string, rest = "") => `/api/papers/${encodeURIComponent(id)}${rest}`;

/** Papers and what came back to them. A change answers the paper as it stands afterwards. */
export const paperCalls = ({ get, act }: Calls) => ({
  papers: (query: PapersQueryInput = {}, options?: CallOptions) => get<PapersPage>("/api/papers", query, options),
  paper: (id: string, options?: CallOptions) => get<PaperDetail>(path(id), {}, options),
  draftPaper: (given: DraftPaperInput) => act<PaperDetail>("POST", "/api/papers", given),
  rewritePaper: (id: string, given: RewritePaper) => act<PaperDetail>("PUT", path(id, "/text"), given),
  readdressPaper: (id: string, given: ReaddressPaper) => act<PaperDetail>("PUT", path(id, "/recipients"), given),
  actOnPaper: (id: string, given: PaperActInput) => act<PaperDetail>("POST", path(id, "/actions"), given),
  actOnReceipt: (id: string, receipt: string, given: ReceiptActInput) =>
    act<PaperDetail>("POST", path(id, `/receipts/${encodeURIComponent(receipt)}`), given),
  /** Addresses, for links. */
  paperDocument: (id: string, asked: Partial<PaperFormAsked> = {}) => path(id, `/document${queryString(asked)}`),
  papersExport: (query: Omit<PapersQueryInput, "cursor" | "limit">) => `/api/papers.csv${queryString(query)}`,
  paperTemplates: (options?: CallOptions) => get<PaperTemplates>("/api/papers/templates", {}, options),
  changePaperTemplate: (kind: string, given: ChangeTemplate) =>
    act<PaperTemplates>("PUT", `/api/papers/templates/${encodeURIComponent(kind)}`, given),
});
