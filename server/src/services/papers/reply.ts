import type { PaperDocument } from "@tianyan/api";
import type { DraftSetting } from "@tianyan/papers";
import type { CaseClock } from "../cases/case-clock";

/** The time to reply, counted from today; null where no reply is asked for. */
export const replyOf = (days: number | null, clock: CaseClock): DraftSetting["reply"] =>
  days === null ? null : { workingDays: days, by: clock.dateAfter(days) };

/** The text with the time to reply as it is when counted from another day: its facts by name. */
export function withReply(text: PaperDocument, words: ReadonlyMap<string, string>): PaperDocument {
  const spans = (list: PaperDocument["title"]) =>
    list.map((span) => ({ ...span, text: words.get(span.fact?.id ?? "") ?? span.text }));
  return {
    ...text,
    title: spans(text.title),
    body: text.body.map((block) => ({ ...block, spans: spans(block.spans) })),
  };
}
