import { ApiError } from "../errors/api-error";
import { isErrorCode } from "../errors/codes";
import type { ErrorBody } from "../errors/schema";

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
    return new ApiError(error.code, {
      requestId: error.request_id,
      problems: error.problems ?? [],
      detail: error.detail,
    });
  return new ApiError(response.status === 503 ? "database.unavailable" : "server.failed");
}

/** How everything is asked for: JSON in and out, ApiError for every answer but success. */
export function createCalls(baseUrl: string, send: typeof fetch) {
  async function ask(
    method: string,
    path: string,
    { query = {}, body, type, signal }: { query?: object; body?: BodyInit; type?: string } & CallOptions,
  ): Promise<Response> {
    const response = await send(`${baseUrl}${path}${queryString(query as Query)}`, {
      method,
      headers: { accept: "application/json", ...(type ? { "content-type": type } : {}) },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  }
  async function get<T>(path: string, query: object = {}, options: CallOptions = {}): Promise<T> {
    return (await (await ask("GET", path, { query, ...options })).json()) as T;
  }
  async function act<T>(method: string, path: string, given: unknown, query: object = {}, options: CallOptions = {}) {
    const body = given === undefined ? {} : { body: JSON.stringify(given), type: "application/json" };
    return (await (await ask(method, path, { query, ...body, ...options })).json()) as T;
  }
  const drop = async (path: string, options: CallOptions = {}): Promise<void> => {
    await ask("DELETE", path, options);
  };
  return { ask, get, act, drop };
}

export type Calls = ReturnType<typeof createCalls>;
