import { ERRORS, type ErrorCode } from "./codes";
import type { ErrorBody, Problem } from "./schema";

/** An answer other than success: thrown by services on the server and by the client in the browser. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly requestId: string | null;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, options: { requestId?: string; problems?: readonly Problem[]; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.name = "ApiError";
    this.code = code;
    this.status = ERRORS[code].status;
    this.zh = ERRORS[code].zh;
    this.en = ERRORS[code].en;
    this.requestId = options.requestId ?? null;
    this.problems = options.problems ?? [];
  }
}

/** The body that tells `code`. */
export function errorBody(code: ErrorCode, requestId: string, problems: readonly Problem[] = []): ErrorBody {
  const { zh, en } = ERRORS[code];
  const error = { code, zh, en, request_id: requestId };
  return { error: problems.length > 0 ? { ...error, problems: [...problems] } : error };
}
