import { auditCalls } from "./client/audit";
import { type CallOptions, createCalls } from "./client/calls";
import { caseCalls } from "./client/cases";
import { followCalls } from "./client/follow";
import { machineKeyCalls } from "./client/machine-keys";
import { paperCalls } from "./client/papers";
import { peopleCalls } from "./client/people";
import { personalCalls } from "./client/personal";
import { queryCalls } from "./client/queries";
import { signOnCalls } from "./client/sign-on";
import { triageCalls } from "./client/triage";
import type { FindingFacets } from "./findings/facets";
import type { FindingsPage } from "./findings/finding";
import type { FindingFilterInput, FindingsQueryInput } from "./findings/query";
import type {
  ImportItem,
  ImportsPage,
  ImportsQueryInput,
  RejectsPage,
  RejectsQueryInput,
  StartImportInput,
} from "./imports/imports";
import type { SavedProfile, SavedProfiles, SaveProfileInput } from "./imports/profile";
import type { RecogniseInput, RecognisingAnswer, RecognitionResult } from "./imports/recognition";
import type { Upload } from "./imports/upload";
import type { Meta } from "./meta/meta";
import type { OrdersPage, OrdersQueryInput } from "./orders/list";
import type { OrderDetail } from "./orders/order";
import type { Overview, OverviewQueryInput } from "./overview/overview";
import type { CategoryTree, CompetenceList, CompetenceRowsInput } from "./registry/competence";
import type { Holidays, SetHolidayInput } from "./registry/holidays";
import type {
  ConfirmUnitInput,
  MergeUnitInput,
  NewUnitInput,
  RegisteredUnits,
  UnitFieldsInput,
} from "./registry/units";
import type { Rules } from "./rules/rules";
import type { Change, ChangesPage } from "./shared/change";
import type { Sources, Volumes } from "./sources/sources";
import type { UnitList, UnitsQueryInput } from "./units/units";

export interface ChangeOptions extends CallOptions {
  readonly preview?: boolean | undefined;
}

/** Tables that are exported and imported in one form. */
export type RegistryTable = "units" | "competence" | "holidays";

export { type CallOptions, queryString } from "./client/calls";

const part = encodeURIComponent;

/**
 * A typed client over fetch. `baseUrl` is "" in a browser of the same origin.
 * Rejects with ApiError for every answer but success, and with fetch's own error when nothing answers.
 */
export function createClient(baseUrl = "", send: typeof fetch = (...call) => fetch(...call)) {
  const calls = createCalls(baseUrl, send);
  const { ask, get, act, drop } = calls;
  /** A change of the registry; with `preview` it says what would come and go, and leaves nothing. */
  const change = (method: string, path: string, given: unknown, { preview, ...options }: ChangeOptions = {}) =>
    act<Change>(method, `/api/registry/${path}`, given, { preview }, options);
  const importTable = async (table: RegistryTable, text: string, { preview, ...options }: ChangeOptions = {}) => {
    const asked = { query: { preview }, body: text, type: "text/csv; charset=utf-8", ...options };
    return (await (await ask("POST", `/api/registry/${table}.csv`, asked)).json()) as Change;
  };
  return {
    ...peopleCalls(calls),
    ...machineKeyCalls(calls),
    ...signOnCalls(calls),
    ...personalCalls(calls),
    ...auditCalls(calls),
    ...caseCalls(calls),
    ...followCalls(calls),
    ...paperCalls(calls),
    ...triageCalls(calls),
    ...queryCalls(calls),
    findings: (query: FindingsQueryInput = {}, options?: CallOptions) =>
      get<FindingsPage>("/api/findings", query, options),
    facets: (query: FindingFilterInput = {}, options?: CallOptions) =>
      get<FindingFacets>("/api/findings/facets", query, options),
    orders: (query: OrdersQueryInput = {}, options?: CallOptions) => get<OrdersPage>("/api/orders", query, options),
    order: (source: string, orderId: string, query: { at?: string | undefined } = {}, options?: CallOptions) =>
      get<OrderDetail>(`/api/orders/${encodeURIComponent(source)}/${encodeURIComponent(orderId)}`, query, options),
    units: (query: UnitsQueryInput = {}, options?: CallOptions) => get<UnitList>("/api/units", query, options),
    overview: (query: OverviewQueryInput = {}, options?: CallOptions) => get<Overview>("/api/overview", query, options),
    rules: (options?: CallOptions) => get<Rules>("/api/rules", {}, options),
    sources: (options?: CallOptions) => get<Sources>("/api/sources", {}, options),
    volumes: (options?: CallOptions) => get<Volumes>("/api/sources/volumes", {}, options),
    meta: (options?: CallOptions) => get<Meta>("/api/meta", {}, options),

    /** The body is sent as it is: a File of the browser streams. */
    upload: async (name: string, body: BodyInit, options: CallOptions = {}) => {
      const asked = { query: { name }, body, type: "application/octet-stream", ...options };
      return (await (await ask("POST", "/api/uploads", asked)).json()) as Upload;
    },
    recognise: (given: RecogniseInput, options?: CallOptions) =>
      act<RecognitionResult>("POST", "/api/imports/recognise", given, {}, options),
    recognising: (watch: string, options?: CallOptions) =>
      get<RecognisingAnswer>(`/api/imports/recognise/${part(watch)}`, {}, options),
    startImport: (given: StartImportInput, options?: CallOptions) =>
      act<ImportItem>("POST", "/api/imports", given, {}, options),
    imports: (query: ImportsQueryInput = {}, options?: CallOptions) => get<ImportsPage>("/api/imports", query, options),
    import: (id: string, options?: CallOptions) => get<ImportItem>(`/api/imports/${part(id)}`, {}, options),
    cancelImport: (id: string, options?: CallOptions) =>
      act<ImportItem>("POST", `/api/imports/${part(id)}/cancel`, undefined, {}, options),
    undoImport: (id: string, options?: CallOptions) =>
      act<ImportItem>("POST", `/api/imports/${part(id)}/undo`, undefined, {}, options),
    rejects: (id: string, query: RejectsQueryInput = {}, options?: CallOptions) =>
      get<RejectsPage>(`/api/imports/${part(id)}/rejects`, query, options),
    /** Address of the workbook, for a link. */
    rejectsWorkbook: (id: string, language: "zh" | "en") =>
      `${baseUrl}/api/imports/${part(id)}/rejects.xlsx?language=${language}`,
    profiles: (options?: CallOptions) => get<SavedProfiles>("/api/profiles", {}, options),
    profile: (source: string, options?: CallOptions) => get<SavedProfile>(`/api/profiles/${part(source)}`, {}, options),
    saveProfile: (source: string, given: SaveProfileInput, options?: CallOptions) =>
      act<SavedProfile>("PUT", `/api/profiles/${part(source)}`, given, {}, options),
    removeProfile: (source: string, options?: CallOptions) => drop(`/api/profiles/${part(source)}`, options),

    registeredUnits: (options?: CallOptions) => get<RegisteredUnits>("/api/registry/units", {}, options),
    addUnit: (unit: NewUnitInput, options?: ChangeOptions) => change("POST", "units", unit, options),
    changeUnit: (code: string, unit: UnitFieldsInput, options?: ChangeOptions) =>
      change("PUT", `units/${part(code)}`, unit, options),
    removeUnit: (code: string, options?: ChangeOptions) => change("DELETE", `units/${part(code)}`, undefined, options),
    confirmUnit: (code: string, as: ConfirmUnitInput, options?: ChangeOptions) =>
      change("POST", `units/${part(code)}/confirm`, as, options),
    mergeUnit: (code: string, merger: MergeUnitInput, options?: ChangeOptions) =>
      change("PUT", `units/${part(code)}/merger`, merger, options),
    unmergeUnit: (code: string, options?: ChangeOptions) =>
      change("DELETE", `units/${part(code)}/merger`, undefined, options),
    competence: (options?: CallOptions) => get<CompetenceList>("/api/registry/competence", {}, options),
    addCompetence: (given: CompetenceRowsInput, options?: ChangeOptions) =>
      change("POST", "competence", given, options),
    removeCompetence: (given: CompetenceRowsInput, options?: ChangeOptions) =>
      change("POST", "competence/remove", given, options),
    categories: (options?: CallOptions) => get<CategoryTree>("/api/registry/categories", {}, options),
    holidays: (query: { year?: number } = {}, options?: CallOptions) =>
      get<Holidays>("/api/registry/holidays", query, options),
    setHoliday: (date: string, day: SetHolidayInput, options?: ChangeOptions) =>
      change("PUT", `holidays/${part(date)}`, day, options),
    removeHoliday: (date: string, options?: ChangeOptions) =>
      change("DELETE", `holidays/${part(date)}`, undefined, options),
    /** Address of a table of the registry as CSV, for a link. */
    registryTable: (table: RegistryTable) => `${baseUrl}/api/registry/${table}.csv`,
    importTable,
    changes: (query: { cursor?: string; limit?: number } = {}, options?: CallOptions) =>
      get<ChangesPage>("/api/changes", query, options),
    change: (id: string, options?: CallOptions) => get<Change>(`/api/changes/${part(id)}`, {}, options),
    cancelChange: (id: string, options?: CallOptions) =>
      act<Change>("POST", `/api/changes/${part(id)}/cancel`, undefined, {}, options),
  };
}

export type Client = ReturnType<typeof createClient>;
