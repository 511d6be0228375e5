import { ApiError, ERRORS, type ErrorCode, type Fault, type Text } from "@tianyan/api";
import { isConnectionError } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";
import { shownDeep } from "../personal/shown";

export const faultOf = (code: ErrorCode, detail: Text | null = null): Fault => {
  const { zh, en } = ERRORS[code];
  // It may quote the file: kept and told masked.
  return { code, zh, en, detail: shownDeep(detail) };
};

/** What failed, in words for people: of the system itself they only learn that nothing was changed. */
export function faultOfError(
  error: unknown,
  refused: ErrorCode,
  clean: (text: string) => string = (text) => text,
): Fault {
  if (error instanceof Refusal) return faultOf(refused, { zh: clean(error.words.zh), en: clean(error.words.en) });
  if (error instanceof ApiError) return faultOf(error.code, error.detail);
  return faultOf(isConnectionError(error) ? "database.unavailable" : "server.failed");
}
