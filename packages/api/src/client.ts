import { ApiError } from "./errors/api-error";
import { isErrorCode } from "./errors/codes";
import type { ErrorBody } from "./errors/schema";
import type { FindingFacets } from "./findings/facets";
import type { FindingsPage } from "./findings/finding";
import type { FindingFilterInput, FindingsQueryInput } from "./findings/query";
import type { Meta } from "./meta/meta";
import type { OrdersPage, OrdersQueryInput } from "./orders/list";
import type { OrderDetail } from "./orders/order";
import type { Overview, OverviewQueryInput } from "./overview/overview";
import type { Rules } from "./rules/rules";
import type { Sources } from "./sources/sources";
import type { UnitList, UnitsQueryInput } from "./units/units";

type Value = string | number | boolean | undefined;
type Query = Readonly<Record<string, Value | readonly Value[]>>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** `a=1&b=x&b=y`, without what is undefined or empty. */
export function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, given] of Object.entries(query))
    for (const value of Array.isArray(given) ? given : [given])
      if (value !== undefined && value !== "") search.append(name, String(value));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

async function failureOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  const error = body?.error;
  if (error && isErrorCode(error.code))
    return new ApiError(error.code, { requestId: error.request_id, problems: error.problems ?? [] });
  return new ApiError(response.status === 503 ? "database.unavailable" : "server.failed");
}

/**
 * A typed client over fetch. `baseUrl` is "" in a browser of the same origin.
 * Rejects with ApiError for every answer but success, and with fetch's own error when nothing answers.
 */
export function createClient(baseUrl = "", send: typeof fetch = (...call) => fetch(...call)) {
  async function get<T>(path: string, query: object = {}, { signal }: CallOptions = {}): Promise<T> {
    const response = await send(`${baseUrl}${path}${queryString(query as Query)}`, {
      headers: { accept: "application/json" },
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw await failureOf(response);
    return (await response.json()) as T;
  }
  return {
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
    meta: (options?: CallOptions) => get<Meta>("/api/meta", {}, options),
  };
}

export type Client = ReturnType<typeof createClient>;
