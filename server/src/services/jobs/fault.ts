import { ApiError, ERRORS, type ErrorCode, type Fault, type Text } from "@tianyan/api";
import { isConnectionError } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";

export const faultOf = (code: ErrorCode, detail: Text | null = null): Fault => {
  const { zh, en } = ERRORS[code];
  return { code, zh, en, detail };
};

/** Paths of this machine are nobody's business: a file is called by its name. */
export const withoutPaths = (text: string): string => text.replaceAll(/(?:\/[^/\s“”"：:，,]+)+\/(?=[^/\s])/g, "");

/** What failed, in words for people: of the system itself they only learn that nothing was changed. */
export function faultOfError(error: unknown, refused: ErrorCode): Fault {
  if (error instanceof Refusal)
    return faultOf(refused, { zh: withoutPaths(error.words.zh), en: withoutPaths(error.words.en) });
  if (error instanceof ApiError) return faultOf(error.code, error.detail);
  return faultOf(isConnectionError(error) ? "database.unavailable" : "server.failed");
}
