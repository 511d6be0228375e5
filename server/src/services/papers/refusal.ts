import { ApiError, type Text } from "@tianyan/api";
import type { PaperDecided } from "@tianyan/core";

/** Says what stands in the way; of a text that does not hold, every place. */
export function refused<State>(
  { why, refusals }: Extract<PaperDecided<State>, { ok: false }>,
  found: readonly (Text & { readonly code: string })[] = [],
): ApiError {
  const told = refusals.some(({ code }) => code === "text_checked") ? [...refusals, ...found] : refusals;
  const problems = told.map(({ code, zh, en }) => ({ path: code, message: `${zh} / ${en}` }));
  const detail: Text | null =
    told.length === 0 ? null : { zh: told.map(({ zh }) => zh).join("；"), en: told.map(({ en }) => en).join("; ") };
  return new ApiError(`paper.${why}`, { problems, detail });
}
