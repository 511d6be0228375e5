import { ApiError } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";

/** Somebody decided meanwhile: who, and when. Without, what was seen was taken back. */
export function changedBy(author: string | null, at: number | null): ApiError {
  if (author === null || at === null) {
    const detail = { zh: "您看到的处理已被撤回", en: "The decision that you saw was taken back" };
    return new ApiError("triage.changed", { detail });
  }
  const when = isoInstant(instant(at));
  return new ApiError("triage.changed", { detail: { zh: `${author}，${when}`, en: `${author}, ${when}` } });
}
