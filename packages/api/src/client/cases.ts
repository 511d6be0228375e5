import type { CaseDetail, CasesPage, Colleagues } from "../cases/case";
import type {
  AddFindings,
  AddOrders,
  AddUnits,
  AskApprovalInput,
  AssignCaseInput,
  CaseActInput,
  CasesQueryInput,
  DecideApprovalInput,
  NewCommentInput,
  OpenCaseInput,
} from "../cases/changes";
import type {
  NewCasePersonInput,
  NewCheckInput,
  NewPaperInput,
  NewSystemInput,
  PaperReplyInput,
} from "../cases/entries";
import type {
  ChangeMeasureInput,
  MeasureItem,
  Measures,
  MeasuresQueryInput,
  NewMeasureInput,
  ReportMeasureInput,
} from "../cases/measures";
import type { CallOptions, Calls } from "./calls";

const measurePath = (id: string, rest: string) => `/api/measures/${encodeURIComponent(id)}${rest}`;
const path = (id: string, rest = "") => `/api/cases/${encodeURIComponent(id)}${rest}`;

/** Supervision cases and the rectification ledger. A change answers the case as it stands afterwards. */
export const caseCalls = ({ ask, get, act }: Calls) => {
  const change =
    <T>(method: string, rest: string) =>
    (id: string, given: T) =>
      act<CaseDetail>(method, path(id, rest), given);
  const changeEntry =
    <T>(method: string, rest: (entry: string) => string) =>
    (id: string, entry: string, given: T) =>
      act<CaseDetail>(method, path(id, rest(encodeURIComponent(entry))), given);
  const send = async <T>(to: string, name: string, body: BodyInit, options: CallOptions = {}) => {
    const asked = { query: { name }, body, type: "application/octet-stream", ...options };
    return (await (await ask("POST", to, asked)).json()) as T;
  };
  return {
    cases: (query: CasesQueryInput = {}, options?: CallOptions) => get<CasesPage>("/api/cases", query, options),
    case: (id: string, options?: CallOptions) => get<CaseDetail>(path(id), {}, options),
    openCase: (given: OpenCaseInput) => act<CaseDetail>("POST", "/api/cases", given),
    actOnCase: change<CaseActInput>("POST", "/actions"),
    assignCase: change<AssignCaseInput>("PUT", "/assignee"),
    addCaseUnits: change<AddUnits>("POST", "/units"),
    addCaseOrders: change<AddOrders>("POST", "/orders"),
    addCaseFindings: change<AddFindings>("POST", "/findings"),
    addCaseCheck: change<NewCheckInput>("POST", "/checks"),
    addCaseMeasure: change<NewMeasureInput>("POST", "/measures"),
    changeCaseMeasure: changeEntry<ChangeMeasureInput>("PATCH", (entry) => `/measures/${entry}`),
    addCasePerson: change<NewCasePersonInput>("POST", "/people"),
    addCaseSystem: change<NewSystemInput>("POST", "/systems"),
    addCasePaper: change<NewPaperInput>("POST", "/papers"),
    answerCasePaper: changeEntry<PaperReplyInput>("PUT", (entry) => `/papers/${entry}/reply`),
    askCaseApproval: change<AskApprovalInput>("POST", "/approvals"),
    decideCaseApproval: changeEntry<DecideApprovalInput>("PUT", (entry) => `/approvals/${entry}`),
    commentOnCase: change<NewCommentInput>("POST", "/comments"),
    attachToCase: (id: string, name: string, body: BodyInit, options?: CallOptions) =>
      send<CaseDetail>(path(id, "/attachments"), name, body, options),
    /** Address of an attachment, for a link; it is downloaded, never shown. */
    attachment: (id: string, attachment: string) => path(id, `/attachments/${encodeURIComponent(attachment)}`),
    colleagues: (options?: CallOptions) => get<Colleagues>("/api/colleagues", {}, options),
    measures: (query: MeasuresQueryInput = {}, options?: CallOptions) => get<Measures>("/api/measures", query, options),
    reportMeasure: (id: string, given: ReportMeasureInput) =>
      act<MeasureItem>("POST", measurePath(id, "/reports"), given),
    attachToMeasure: (id: string, name: string, body: BodyInit, options?: CallOptions) =>
      send<MeasureItem>(measurePath(id, "/attachments"), name, body, options),
    /** Address of evidence, for a link; it is downloaded, never shown. */
    measureFile: (id: string, file: string) => measurePath(id, `/attachments/${encodeURIComponent(file)}`),
  };
};
