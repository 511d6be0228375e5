import type { PaperDocument } from "@tianyan/api";
import type { DraftSetting, FactTable } from "@tianyan/papers";
import type { CaseClock } from "../cases/case-clock";

/** The time to reply, counted from today; null where no reply is asked for. */
export const replyOf = (days: number | null, clock: CaseClock): DraftSetting["reply"] =>
  days === null ? null : { workingDays: days, by: clock.dateAfter(days) };

/** The text with the time to reply as the table has it. */
export const withReply = (text: PaperDocument, table: FactTable): PaperDocument =>
  refilled(text, table, (name) => name.startsWith("reply."));

/** The text with the facts that are asked for as the table has them; what somebody wrote stays as it is. */
export function refilled(text: PaperDocument, table: FactTable, asked: (name: string) => boolean): PaperDocument {
  const spans = (list: PaperDocument["title"]) =>
    list.map((span) => {
      const fact = span.fact && asked(span.fact.id) ? table.get(span.fact.id) : undefined;
      // A form in which the fact may be written, as a date without its year, stays.
      return fact && !fact.forms.includes(span.text) ? { ...span, text: fact.forms[0] } : span;
    });
  return {
    ...text,
    title: spans(text.title),
    body: text.body.map((block) => ({ ...block, spans: spans(block.spans) })),
  };
}
