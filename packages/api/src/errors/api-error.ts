import type { Text } from "../shared/values";
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
  /** What is to be said of this very case. */
  readonly detail: Text | null;

  constructor(
    code: ErrorCode,
    options: {
      requestId?: string;
      problems?: readonly Problem[];
      detail?: Text | null | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = "ApiError";
    this.code = code;
    this.status = ERRORS[code].status;
    this.zh = ERRORS[code].zh;
    this.en = ERRORS[code].en;
    this.requestId = options.requestId ?? null;
    this.problems = options.problems ?? [];
    this.detail = options.detail ?? null;
  }
}

/** The body that tells `code`. */
export function errorBody(
  code: ErrorCode,
  requestId: string,
  problems: readonly Problem[] = [],
  detail: Text | null = null,
): ErrorBody {
  const { zh, en } = ERRORS[code];
  return {
    error: {
      code,
      zh,
      en,
      request_id: requestId,
      ...(problems.length > 0 ? { problems: [...problems] } : {}),
      ...(detail ? { detail } : {}),
    },
  };
}
