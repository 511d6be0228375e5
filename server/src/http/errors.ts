import { ApiError, type ErrorCode, errorBody } from "@tianyan/api";
import { codeOf as databaseCode, isConnectionError, textOf } from "@tianyan/db";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { shownDeep } from "../services/personal/shown";
import type { RequestContext } from "./hono";

/** Where what failed inside is told to those who run the server; answers never tell it. */
export type LogFailure = (requestId: string, text: string) => void;

const STATEMENT_CANCELLED = "57014";

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof ApiError) return error.code;
  if (error instanceof HTTPException && error.status < 500) return "request.invalid";
  if (databaseCode(error) === STATEMENT_CANCELLED) return "request.timed_out";
  return isConnectionError(error) ? "database.unavailable" : "server.failed";
};

function answer(context: Context<RequestContext>, error: ApiError): Response {
  const { code, problems, detail } = error;
  // What is said of this very case may quote a file or a question.
  const body = errorBody(code, context.get("requestId"), shownDeep(problems), shownDeep(detail));
  context.header("cache-control", "no-store");
  return context.json(body, error.status as ContentfulStatusCode);
}

export const createErrorHandler =
  (log: LogFailure): ErrorHandler<RequestContext> =>
  (error, context) => {
    const code = codeOf(error);
    const told = error instanceof ApiError ? error : new ApiError(code);
    // Whoever asked has gone, and what was done for them was broken off.
    const left = context.req.raw.signal.aborted;
    if (told.status >= 500 && !left) log(context.get("requestId"), describe(error));
    return answer(context, told);
  };

/** The stack, or a short text: never the values of a statement. */
const describe = (error: unknown): string => (error instanceof Error && error.stack ? error.stack : textOf(error));

export const notFound: NotFoundHandler<RequestContext> = (context) => answer(context, new ApiError("route.not_found"));
