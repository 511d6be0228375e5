import type { Decided, DecideInput, Decisions } from "../triage/decision";
import type {
  AnswerExplanationInput,
  ExplainInput,
  Explanation,
  Explanations,
  ExplanationsQueryInput,
  RetractExplanationInput,
} from "../triage/explanation";
import type { SavedView, SavedViewFieldsInput, SavedViews, Visit } from "../triage/view";
import type { CallOptions, Calls } from "./calls";

const part = encodeURIComponent;

/** What people decide about findings, what units say to them, and how a person comes back to the list. */
export const triageCalls = ({ get, act, drop }: Calls) => ({
  decide: (given: DecideInput, options?: CallOptions) =>
    act<Decided>("POST", "/api/findings/decisions", given, {}, options),
  undoDecisions: (id: string, options?: CallOptions) =>
    act<Decided>("DELETE", `/api/findings/decisions/${part(id)}`, undefined, {}, options),
  decisions: (source: string, orderId: string, query: { key?: string | undefined } = {}, options?: CallOptions) =>
    get<Decisions>(`/api/findings/${part(source)}/${part(orderId)}/decisions`, query, options),

  explanations: (query: ExplanationsQueryInput = {}, options?: CallOptions) =>
    get<Explanations>("/api/explanations", query, options),
  explain: (given: ExplainInput, options?: CallOptions) =>
    act<Explanation>("POST", "/api/explanations", given, {}, options),
  answerExplanation: (id: string, given: AnswerExplanationInput, options?: CallOptions) =>
    act<Explanation>("POST", `/api/explanations/${part(id)}/answer`, given, {}, options),
  retractExplanation: (id: string, given: RetractExplanationInput, options?: CallOptions) =>
    act<Explanation>("POST", `/api/explanations/${part(id)}/retraction`, given, {}, options),

  views: (options?: CallOptions) => get<SavedViews>("/api/views", {}, options),
  addView: (given: SavedViewFieldsInput, options?: CallOptions) =>
    act<SavedView>("POST", "/api/views", given, {}, options),
  changeView: (id: string, given: SavedViewFieldsInput, options?: CallOptions) =>
    act<SavedView>("PUT", `/api/views/${part(id)}`, given, {}, options),
  removeView: (id: string, options?: CallOptions) => drop(`/api/views/${part(id)}`, options),
  visitWatchlist: (options?: CallOptions) => act<Visit>("POST", "/api/visits", undefined, {}, options),
});
